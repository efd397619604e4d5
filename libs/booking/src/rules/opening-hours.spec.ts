import { openingPeriods, type WeeklyHours } from './opening-hours.js';

const zone = 'Europe/Helsinki';
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
    expect(iso(openingPeriods(officeDays, zone, range('2026-01-12T00:00Z', '2026-01-14T00:00Z')))).toEqual([
      ['2026-01-12T07:00:00.000Z', '2026-01-12T18:00:00.000Z'],
      ['2026-01-13T10:00:00.000Z', '2026-01-13T16:00:00.000Z'],
    ]);
    expect(iso(openingPeriods(officeDays, zone, range('2026-07-13T00:00Z', '2026-07-14T00:00Z')))).toEqual([
      ['2026-07-13T06:00:00.000Z', '2026-07-13T17:00:00.000Z'],
    ]);
  });

  it('are closed on days that are not named', () => {
    expect(openingPeriods(officeDays, zone, range('2026-01-14T00:00Z', '2026-01-18T00:00Z'))).toEqual([]);
  });

  it('are given whole when the range begins in the middle of one', () => {
    expect(iso(openingPeriods(officeDays, zone, range('2026-01-12T12:00Z', '2026-01-12T13:00Z')))).toEqual([
      ['2026-01-12T07:00:00.000Z', '2026-01-12T18:00:00.000Z'],
    ]);
  });

  it('last 23 hours on the Sunday when summer time begins', () => {
    const day = range('2026-03-28T22:00Z', '2026-03-29T21:00Z');
    expect(hoursOf(openingPeriods(sundaysRoundTheClock, zone, day))).toEqual([23]);
  });

  it('last 25 hours on the Sunday when summer time ends', () => {
    const day = range('2026-10-24T21:00Z', '2026-10-25T22:00Z');
    expect(hoursOf(openingPeriods(sundaysRoundTheClock, zone, day))).toEqual([25]);
  });

  it('keep their wall times on the days of the change', () => {
    const sunday: WeeklyHours = { sun: [{ opens: '10:00', closes: '16:00' }] };
    expect(iso(openingPeriods(sunday, zone, range('2026-03-29T00:00Z', '2026-03-30T00:00Z')))).toEqual([
      ['2026-03-29T07:00:00.000Z', '2026-03-29T13:00:00.000Z'],
    ]);
    expect(iso(openingPeriods(sunday, zone, range('2026-10-25T00:00Z', '2026-10-26T00:00Z')))).toEqual([
      ['2026-10-25T08:00:00.000Z', '2026-10-25T14:00:00.000Z'],
    ]);
  });

  it('run on over midnight when one day closes at 24:00 and the next opens at 00:00', () => {
    const weekend: WeeklyHours = {
      sat: [{ opens: '18:00', closes: '24:00' }],
      sun: [{ opens: '00:00', closes: '02:00' }],
    };
    expect(hoursOf(openingPeriods(weekend, zone, range('2026-01-17T00:00Z', '2026-01-18T22:00Z')))).toEqual([8]);
  });
});
