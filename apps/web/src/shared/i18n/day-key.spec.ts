import { dayKey, daysFrom, isDay } from './day-key.js';

describe('dayKey', () => {
  it('is the day on the hub’s wall, not the day in UTC', () => {
    expect(dayKey('2026-11-22T22:30:00Z', 'Europe/Helsinki')).toBe('2026-11-23');
    expect(dayKey('2026-11-22T21:30:00Z', 'Europe/Helsinki')).toBe('2026-11-22');
  });
});

describe('daysFrom', () => {
  it('names every day once over both changes of summer time', () => {
    expect(daysFrom('2026-03-28', 3)).toEqual(['2026-03-28', '2026-03-29', '2026-03-30']);
    expect(daysFrom('2026-10-24', 3)).toEqual(['2026-10-24', '2026-10-25', '2026-10-26']);
  });

  it('goes over the end of a year', () => {
    expect(daysFrom('2026-12-31', 2)).toEqual(['2026-12-31', '2027-01-01']);
  });
});

describe('isDay', () => {
  it.each([
    ['2026-11-23', true],
    ['2028-02-29', true],
    ['2026-02-29', false],
    ['2026-13-01', false],
    ['2026-1-1', false],
    ['tomorrow', false],
    ['', false],
  ])('of %j is %s', (text, expected) => {
    expect(isDay(text)).toBe(expected);
  });
});
