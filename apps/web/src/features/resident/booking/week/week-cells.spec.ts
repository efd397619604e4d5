import { weekRows, type WeekPicture } from './week-cells.js';

const at = (time: string) => `2026-11-23T${time}:00.000Z`;
/** Monday, 9 to 13 by the hub's clock; 11 to 12 is taken. */
const aPicture = (over: Partial<WeekPicture> = {}): WeekPicture => ({
  days: ['2026-11-23', '2026-11-24'],
  starts: new Map([['2026-11-23', [at('07:00'), at('07:30'), at('08:00')]]]),
  free: [
    { startsAt: at('07:00'), endsAt: at('09:00') },
    { startsAt: at('10:00'), endsAt: at('11:00') },
  ],
  busy: [{ startsAt: at('09:00'), endsAt: at('10:00') }],
  mine: [],
  earliest: Date.parse('2026-11-23T00:00:00Z'),
  timeZone: 'Europe/Helsinki',
  ...over,
});
const monday = (picture: WeekPicture) =>
  Object.fromEntries(weekRows(picture).map(([cell]) => [cell!.hour, cell!.state]));

describe('weekRows', () => {
  it('says of every hour whether it is free, taken, or too short for what is wanted', () => {
    expect(monday(aPicture())).toEqual({ 9: 'free', 10: 'free', 11: 'booked', 12: 'tight' });
  });

  it('has no rows for hours in which the hub is closed all week', () => {
    expect(weekRows(aPicture()).map((row) => row.map(({ state }) => state))[0]).toEqual(['free', 'closed']);
  });

  it('puts every start into the hour in which it is', () => {
    expect(weekRows(aPicture()).map(([cell]) => cell!.starts.length)).toEqual([2, 1, 0, 0]);
  });

  it('marks one’s own booking, and offers nothing there', () => {
    const [first] = weekRows(aPicture({ mine: [{ startsAt: at('07:00'), endsAt: at('08:00') }] }));
    expect([first![0]!.state, first![0]!.starts]).toEqual(['mine', []]);
  });

  it('lets what is over be past, whatever was booked then', () => {
    const picture = aPicture({ starts: new Map(), earliest: Date.parse(at('10:00')) });
    expect(monday(picture)).toEqual({ 12: 'tight' });
  });

  it('shows usual hours when nothing happens all week', () => {
    const nothing = aPicture({ starts: new Map(), free: [], busy: [] });
    expect(weekRows(nothing).map(([cell]) => cell!.hour)).toEqual([9, 10, 11, 12, 13, 14, 15, 16]);
  });
});
