import Holidays from 'date-holidays';
import type { Locale } from '#libs/contracts';

export interface PublicHoliday {
  /** `YYYY-MM-DD` */
  readonly date: string;
  readonly name: string;
}

const knownDates = new Map<string, ReadonlySet<string>>();

/**
 * Whether a date is a public holiday; eves, on which shops are open, are not.
 * @param country ISO 3166 code
 * @param date `YYYY-MM-DD`
 */
export function isPublicHoliday(country: string, date: string): boolean {
  const year = date.slice(0, 4);
  const key = `${country}/${year}`;
  let dates = knownDates.get(key);
  if (dates === undefined) {
    dates = new Set(publicHolidays(country, Number(year), 'fi').map((holiday) => holiday.date));
    knownDates.set(key, dates);
  }
  return dates.has(date);
}

/**
 * A year's public holidays, in order.
 * @param country ISO 3166 code; a country that nobody knows has none
 */
export function publicHolidays(country: string, year: number, locale: Locale): PublicHoliday[] {
  return new Holidays(country, { types: ['public'], languages: [locale, 'en'] })
    .getHolidays(year)
    .map(({ date, name }) => ({ date: date.slice(0, 10), name }));
}
