export interface WholeLimits {
  min: number;
  max: number;
}

/** A whole number as somebody types it; undefined when it is none, or beyond the limits. */
export function readWhole(text: string, { min, max }: WholeLimits): number | undefined {
  const typed = text.trim();
  const number = Number(typed);
  return /^\d+$/.test(typed) && number >= min && number <= max ? number : undefined;
}
