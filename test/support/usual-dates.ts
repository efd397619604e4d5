import type { Opening } from '#libs/contracts';

/** Those on which the demo hub is open from nine to eight, as `Date` writes them. */
const workdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'] as const;
export type Workday = (typeof workdays)[number];

export interface UsualWish {
  /** Days from today. */
  from?: number;
  /** How many weeks one after another. */
  weeks?: number;
}

/**
 * The first dates to come, a week apart, that all have the hours of the hub's usual week: public holidays move about.
 * @param days what the hub's opening tells of the days from today on
 * @param weekday any of Monday to Friday when it makes no difference
 * @throws when there are none among these days
 */
export function usualDates(
  days: Opening['days'],
  weekday: Workday | 'any',
  { from = 2, weeks = 1 }: UsualWish,
): string[] {
  const wanted = weekday === 'any' ? workdays : [weekday];
  const isUsual = (day?: Opening['days'][number]) =>
    day?.source === 'week' && wanted.some((each) => new Date(day.date).toUTCString().startsWith(each));
  for (let first = from; first < days.length; first += 1) {
    const weekly = Array.from({ length: weeks }, (_, week) => days[first + 7 * week]);
    if (weekly.every(isUsual)) return weekly.flatMap((day) => day?.date ?? []);
  }
  throw new Error(`no usual ${weekday} for ${weeks} weeks in the six from today on`);
}
