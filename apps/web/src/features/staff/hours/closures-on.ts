import type { Closure } from '#libs/contracts';
import { dayKey, type DayKey } from '../../../shared/i18n/day-key.js';

/** The closures that take anything of a day of the hub's calendar. */
export function closuresOn(day: DayKey, closures: readonly Closure[], timeZone: string): readonly Closure[] {
  return closures.filter(({ from, to }) => {
    // One that ends at midnight is not on the day that begins then.
    const last = dayKey(Date.parse(to) - 1, timeZone);
    return dayKey(from, timeZone) <= day && day <= last;
  });
}
