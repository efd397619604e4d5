import { Temporal } from 'temporal-polyfill';
import fc from 'fast-check';
import { wallDate, weekOf } from './wall-calendar.js';
import { zoneOffsets } from './zone-time.js';

const zone = 'Europe/Helsinki';
const offsetAt = zoneOffsets(zone);
const instants = fc.date({ min: new Date('2025-12-20'), max: new Date('2028-01-10'), noInvalidDate: true });
const localDate = (instant: Date) =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone).toPlainDate();

describe('the calendar on the wall', () => {
  it('shows the zone’s date, and puts into one week what ISO puts there', () => {
    fc.assert(
      fc.property(instants, instants, (a, b) => {
        const [x, y] = [localDate(a), localDate(b)];
        expect(wallDate(a.getTime(), offsetAt)).toBe(x.toString());
        const isSame = x.yearOfWeek === y.yearOfWeek && x.weekOfYear === y.weekOfYear;
        expect(weekOf(a.getTime(), offsetAt) === weekOf(b.getTime(), offsetAt)).toBe(isSame);
      }),
    );
  });

  it.each(['2026-03-29', '2026-10-25', '2027-03-28', '2027-10-31'])(
    'turns to the next week at local midnight after the change of the clock on %s',
    (sunday) => {
      const monday = Temporal.PlainDate.from(sunday).add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds;
      expect(weekOf(monday, offsetAt)).toBe(weekOf(monday - 1, offsetAt) + 1);
    },
  );
});
