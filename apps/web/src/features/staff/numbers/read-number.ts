export interface NumberLimits {
  min: number;
  max: number;
  /** How many digits may follow the comma; none when it is not given. */
  decimals?: number;
}

/** A number as somebody types it, with a comma or a point; undefined when it is none, or beyond the limits. */
export function readNumber(text: string, { min, max, decimals = 0 }: NumberLimits): number | undefined {
  const typed = text.trim().replace(',', '.');
  const digits = /^\d+(?:\.(\d+))?$/.exec(typed);
  const number = Number(typed);
  if (digits === null || (digits[1] ?? '').length > decimals) return undefined;
  return number >= min && number <= max ? number : undefined;
}
