import { weekNumber, weekOf } from './week-days.js';

describe('weekOf', () => {
  it('begins on Monday and holds its own day, over a new year too', () => {
    expect(weekOf('2026-11-22')).toEqual(expect.arrayContaining(['2026-11-16', '2026-11-22']));
    expect(weekOf('2027-01-01')[0]).toBe('2026-12-28');
    expect(weekOf('2026-11-23')[0]).toBe('2026-11-23');
  });
});

describe('weekNumber', () => {
  it.each([
    ['2026-11-23', 48],
    ['2026-12-28', 53],
    ['2027-01-04', 1],
    ['2024-12-30', 1],
  ])('of the week from %s is %i', (monday, number) => {
    expect(weekNumber(monday)).toBe(number);
  });
});
