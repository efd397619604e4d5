/** A picture older than this is said to be old. */
export const staleAfterMilliseconds = 60_000;

/**
 * @param freshAt when the newest picture came, on this device's own clock: a kiosk whose clock is wrong must not
 *   call every picture old, or an old one new
 */
export function isStale(freshAt: number, now: number): boolean {
  return now - freshAt > staleAfterMilliseconds;
}
