import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { overlaps } from './interval.js';
import { openingPeriods, type OpeningCalendar, type WeeklyHours } from './opening-hours.js';

const someCalendar = (weekly: WeeklyHours, changes: Partial<OpeningCalendar> = {}): OpeningCalendar => ({
  timeZone: 'Europe/Helsinki',
  weekly,
  seasons: [],
  exceptions: new Map(),
  isHoliday: () => false,
  closures: [],
  ...changes,
});
const range = (from: string, to: string) => ({ start: Date.parse(from), end: Date.parse(to) });
const iso = (periods: readonly { start: number; end: number }[]) =>
  periods.map(({ start, end }) => [new Date(start).toISOString(), new Date(end).toISOString()]);
const hoursOf = (periods: readonly { start: number; end: number }[]) =>
  periods.map(({ start, end }) => (end - start) / 3_600_000);

const officeDays: WeeklyHours = {
  mon: [{ opens: '09:00', closes: '20:00' }],
  tue: [{ opens: '12:00', closes: '18:00' }],
};
const sundaysRoundTheClock: WeeklyHours = { sun: [{ opens: '00:00', closes: '24:00' }] };

describe('opening hours', () => {
  it('follow the wall clock of the hub in winter and in summer', () => {
    expect(iso(openingPeriods(someCalendar(officeDays), range('2026-01-12T00:00Z', '2026-01-14T00:00Z')))).toEqual([
      ['2026-01-12T07:00:00.000Z', '2026-01-12T18:00:00.000Z'],
      ['2026-01-13T10:00:00.000Z', '2026-01-13T16:00:00.000Z'],
    ]);
    expect(iso(openingPeriods(someCalendar(officeDays), range('2026-07-13T00:00Z', '2026-07-14T00:00Z')))).toEqual([
      ['2026-07-13T06:00:00.000Z', '2026-07-13T17:00:00.000Z'],
    ]);
  });

  it('are closed on days that are not named', () => {
    expect(openingPeriods(someCalendar(officeDays), range('2026-01-14T00:00Z', '2026-01-18T00:00Z'))).toEqual([]);
  });

  it('are given whole when the range begins in the middle of one', () => {
    expect(iso(openingPeriods(someCalendar(officeDays), range('2026-01-12T12:00Z', '2026-01-12T13:00Z')))).toEqual([
      ['2026-01-12T07:00:00.000Z', '2026-01-12T18:00:00.000Z'],
    ]);
  });

  it('last 23 hours on the Sunday when summer time begins', () => {
    const day = range('2026-03-28T22:00Z', '2026-03-29T21:00Z');
    expect(hoursOf(openingPeriods(someCalendar(sundaysRoundTheClock), day))).toEqual([23]);
  });

  it('last 25 hours on the Sunday when summer time ends', () => {
    const day = range('2026-10-24T21:00Z', '2026-10-25T22:00Z');
    expect(hoursOf(openingPeriods(someCalendar(sundaysRoundTheClock), day))).toEqual([25]);
  });

  it('keep their wall times on the days of the change', () => {
    const sunday: WeeklyHours = { sun: [{ opens: '10:00', closes: '16:00' }] };
    expect(iso(openingPeriods(someCalendar(sunday), range('2026-03-29T00:00Z', '2026-03-30T00:00Z')))).toEqual([
      ['2026-03-29T07:00:00.000Z', '2026-03-29T13:00:00.000Z'],
    ]);
    expect(iso(openingPeriods(someCalendar(sunday), range('2026-10-25T00:00Z', '2026-10-26T00:00Z')))).toEqual([
      ['2026-10-25T08:00:00.000Z', '2026-10-25T14:00:00.000Z'],
    ]);
  });

  it('run on over midnight when one day closes at 24:00 and the next opens at 00:00', () => {
    const weekend: WeeklyHours = {
      sat: [{ opens: '18:00', closes: '24:00' }],
      sun: [{ opens: '00:00', closes: '02:00' }],
    };
    expect(hoursOf(openingPeriods(someCalendar(weekend), range('2026-01-17T00:00Z', '2026-01-18T22:00Z')))).toEqual([
      8,
    ]);
  });
});

const sunday = (date: string) => {
  const midnight = Temporal.PlainDate.from(date).toZonedDateTime('Europe/Helsinki');
  return { start: midnight.epochMilliseconds, end: midnight.add({ days: 1 }).epochMilliseconds };
};

describe('on a Sunday on which the clock changes', () => {
  it.each([
    ['2026-03-29', 23],
    ['2027-03-28', 23],
    ['2026-10-25', 25],
    ['2027-10-31', 25],
  ])('%s a hub that never closes is open for %i hours', (date, hours) => {
    const day = sunday(date);
    expect(hoursOf([day])).toEqual([hours]);
    expect(hoursOf(openingPeriods(someCalendar(sundaysRoundTheClock), day))).toEqual([hours]);
  });

  it.each([
    ['2026-03-29', ['2026-03-28T16:00:00.000Z', '2026-03-29T01:30:00.000Z']],
    ['2027-03-28', ['2027-03-27T16:00:00.000Z', '2027-03-28T01:30:00.000Z']],
    ['2026-10-25', ['2026-10-24T15:00:00.000Z', '2026-10-25T00:30:00.000Z']],
    ['2027-10-31', ['2027-10-30T15:00:00.000Z', '2027-10-31T00:30:00.000Z']],
  ])('%s a night that ends at 03:30 ends after the gap, and the first time in the overlap', (date, period) => {
    const night: WeeklyHours = { sat: [{ opens: '18:00', closes: '03:30' }] };
    expect(iso(openingPeriods(someCalendar(night), sunday(date)))).toEqual([period]);
  });

  it.each(['2026-03-29', '2027-03-28'])('%s an opening that lies in the gap keeps its order', (date) => {
    const inGap: WeeklyHours = { sun: [{ opens: '03:30', closes: '04:00' }] };
    for (const { start, end } of openingPeriods(someCalendar(inGap), sunday(date))) expect(start).toBeLessThan(end);
  });
});

describe('a day', () => {
  const night: WeeklyHours = { fri: [{ opens: '18:00', closes: '02:00' }] };
  const monday = range('2026-01-11T22:00Z', '2026-01-12T22:00Z');
  const exceptions = (date: string, ...spans: { opens: string; closes: string }[]) => ({
    exceptions: new Map([[date, spans]]),
  });

  it('takes along the hours after midnight, also when only they are asked for', () => {
    expect(iso(openingPeriods(someCalendar(night), range('2026-01-16T22:30Z', '2026-01-16T23:30Z')))).toEqual([
      ['2026-01-16T16:00:00.000Z', '2026-01-17T00:00:00.000Z'],
    ]);
  });

  it('closes at midnight when it closes at 00:00', () => {
    const late: WeeklyHours = { mon: [{ opens: '20:00', closes: '00:00' }] };
    expect(hoursOf(openingPeriods(someCalendar(late), monday))).toEqual([4]);
  });

  it('has the hours of its exception, or is closed by it', () => {
    const shorter = someCalendar(officeDays, exceptions('2026-01-12', { opens: '12:00', closes: '15:00' }));
    expect(hoursOf(openingPeriods(shorter, monday))).toEqual([3]);
    expect(openingPeriods(someCalendar(officeDays, exceptions('2026-01-12')), monday)).toEqual([]);
  });

  it('is closed when it is a public holiday, unless an exception opens it', () => {
    const isHoliday = (date: string) => date === '2026-01-12';
    expect(openingPeriods(someCalendar(officeDays, { isHoliday }), monday)).toEqual([]);
    const opened = { isHoliday, ...exceptions('2026-01-12', { opens: '12:00', closes: '14:00' }) };
    expect(hoursOf(openingPeriods(someCalendar(officeDays, opened), monday))).toEqual([2]);
  });

  it('has the week of its season, which may run over the new year', () => {
    const week: WeeklyHours = { mon: [{ opens: '10:00', closes: '11:00' }] };
    const winter = someCalendar(officeDays, { seasons: [{ name: 'winter', from: '12-01', to: '01-12', week }] });
    expect(hoursOf(openingPeriods(winter, monday))).toEqual([1]);
    expect(hoursOf(openingPeriods(winter, range('2026-01-18T22:00Z', '2026-01-19T22:00Z')))).toEqual([11]);
    const summer = someCalendar(officeDays, { seasons: [{ name: 'summer', from: '06-01', to: '08-31', week }] });
    expect(hoursOf(openingPeriods(summer, range('2026-08-30T21:00Z', '2026-08-31T21:00Z')))).toEqual([1]);
    expect(hoursOf(openingPeriods(summer, monday))).toEqual([11]);
  });

  it('is cut by a closure', () => {
    const closures = [range('2026-01-12T09:00Z', '2026-01-12T10:00Z')];
    expect(iso(openingPeriods(someCalendar(officeDays, { closures }), monday))).toEqual([
      ['2026-01-12T07:00:00.000Z', '2026-01-12T09:00:00.000Z'],
      ['2026-01-12T10:00:00.000Z', '2026-01-12T18:00:00.000Z'],
    ]);
  });
});

describe('the law of opening hours', () => {
  const clock = fc.integer({ min: 0, max: 95 }).map((q) => `${pad(Math.floor(q / 4))}:${pad((q % 4) * 15)}`);
  const spans = fc.array(fc.record({ opens: clock, closes: clock }), { maxLength: 2 });
  const week = fc.record({ sat: spans, sun: spans, mon: spans });
  const aroundAnyChange = fc
    .tuple(fc.constantFrom('2026-03-28', '2026-10-24', '2027-03-27', '2027-10-30'), fc.integer({ min: 0, max: 71 }))
    .map(([date, hour]) => sunday(date).start + hour * 3_600_000);

  it('answers the same for an instant whatever range around it is asked for', () => {
    fc.assert(
      fc.property(week, aroundAnyChange, fc.integer({ min: 1, max: 72 }), (weekly, instant, hours) => {
        const calendar = someCalendar(weekly);
        const moment = { start: instant, end: instant + 1 };
        const wide = { start: instant - hours * 3_600_000, end: instant + hours * 3_600_000 };
        const isOpen = openingPeriods(calendar, moment).length > 0;
        expect(openingPeriods(calendar, wide).some((period) => overlaps(period, moment))).toBe(isOpen);
      }),
    );
  });

  const pad = (n: number) => String(n).padStart(2, '0');
});
