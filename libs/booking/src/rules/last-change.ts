import type { Policy } from '#libs/contracts';

/**
 * Until when its owner may cancel or move a booking; staff may until it begins.
 * @returns epoch milliseconds
 */
export function lastChangeAt(startsAt: Date, { changeUntilMinutes }: Pick<Policy, 'changeUntilMinutes'>): number {
  return startsAt.getTime() - changeUntilMinutes * 60_000;
}
