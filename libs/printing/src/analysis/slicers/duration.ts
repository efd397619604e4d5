const secondsPer = { d: 86_400, h: 3_600, m: 60, s: 1 } as const;

/**
 * Reads `1d 2h 3m 4s`, `0 hours 31 minutes`, `12m` and the like.
 * @returns whole seconds, or null when the text holds no duration
 */
export function readDuration(text: string): number | null {
  let seconds: number | null = null;
  for (const [, amount, unit] of text.matchAll(
    /(\d+(?:\.\d+)?)\s*(d|h|m|s)(?:ays?|ours?|in(?:ute)?s?|ec(?:ond)?s?)?\b/gi,
  )) {
    const key = (unit ?? '').toLowerCase();
    if (key === 'd' || key === 'h' || key === 'm' || key === 's')
      seconds = (seconds ?? 0) + Number(amount) * secondsPer[key];
  }
  return seconds === null ? null : Math.round(seconds);
}
