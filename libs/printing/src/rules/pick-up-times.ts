const dayMs = 24 * 60 * 60_000;
/** Days after which somebody who has not come is reminded. */
const remindAfterDays = 7;
/** Days for which a part is kept on the shelf. */
const keptDays = 14;

/** When a part's owner is reminded, and from when on it may be thrown away. */
export function pickUpTimes(readyAt: Date): { remindAt: Date; disposeAt: Date } {
  return { remindAt: daysAfter(readyAt, remindAfterDays), disposeAt: daysAfter(readyAt, keptDays) };
}

function daysAfter(instant: Date, days: number): Date {
  return new Date(instant.getTime() + days * dayMs);
}
