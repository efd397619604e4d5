import type { OpeningDay } from '#libs/contracts';

export interface ChangedDay {
  date: string;
  before: OpeningDay['hours'];
  after: OpeningDay['hours'];
}

/** The days on which people find other hours than now; another reason alone is no news. */
export function changedDays(before: readonly OpeningDay[], after: readonly OpeningDay[]): ChangedDay[] {
  const hoursBefore = new Map(before.map(({ date, hours }) => [date, hours]));
  return after.flatMap(({ date, hours }) => {
    const then = hoursBefore.get(date);
    return then === undefined || textOf(then) === textOf(hours) ? [] : [{ date, before: then, after: hours }];
  });
}

function textOf(hours: OpeningDay['hours']): string {
  return hours.map(({ opens, closes }) => `${opens}-${closes}`).join();
}
