import { Temporal } from 'temporal-polyfill';
import type { Allowance } from '#libs/contracts';

/** The calendar month of a zone that an instant lies in; half-open. */
export function monthOf(instant: Date, timeZone: string): { from: Date; to: Date } {
  const day = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone).toPlainDate();
  const first = day.with({ day: 1 });
  const begins = (date: Temporal.PlainDate) => new Date(date.toZonedDateTime(timeZone).epochMilliseconds);
  return { from: begins(first), to: begins(first.add({ months: 1 })) };
}

/** What a person has had this month, and what is on its way. Grams. */
export interface Standing {
  readonly usedGrams: number;
  readonly pendingGrams: number;
}

/** Never below zero; null without a limit. */
export function leftOf(allowanceGrams: number | null, { usedGrams, pendingGrams }: Standing): Allowance['leftGrams'] {
  if (allowanceGrams === null) return null;
  return Math.max(0, Math.round((allowanceGrams - usedGrams - pendingGrams) * 100) / 100);
}
