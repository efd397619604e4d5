import { instantAt, wallTime } from './wall-time.js';

const zone = 'Europe/Helsinki';
const iso = (day: string, time: string) => new Date(instantAt(day, time, zone)).toISOString();

describe('instantAt', () => {
  it.each([
    ['2026-11-23', '09:00', '2026-11-23T07:00:00.000Z'],
    ['2026-07-01', '09:00', '2026-07-01T06:00:00.000Z'],
    ['2026-11-23', '24:00', '2026-11-23T22:00:00.000Z'],
  ])('finds %s %s on the hub’s clock', (day, time, instant) => {
    expect(iso(day, time)).toBe(instant);
  });

  it('keeps the clock on both sides of the change to summer time', () => {
    expect([iso('2026-03-29', '02:30'), iso('2026-03-29', '04:00')]).toEqual([
      '2026-03-29T00:30:00.000Z',
      '2026-03-29T01:00:00.000Z',
    ]);
  });

  it('is undone by wallTime', () => {
    for (const time of ['00:00', '03:30', '12:15', '23:45'])
      expect(wallTime(instantAt('2026-10-25', time, zone), zone)).toBe(`2026-10-25T${time}`);
  });
});
