import { daySpan, shareOf, shifted } from './plan-span.js';

const zone = 'Europe/Helsinki';
const at = (time: string) => `2026-11-23T${time}:00.000Z`;
const hours = ({ from, to }: { from: number; to: number }) => [
  new Date(from).toISOString(),
  new Date(to).toISOString(),
];

describe('daySpan', () => {
  it('is eight to eight by the hub’s clock on an ordinary day', () => {
    expect(hours(daySpan('2026-11-23', [], zone))).toEqual([at('06:00'), at('18:00')]);
  });

  it('grows by whole hours to what begins earlier or ends later, within the day', () => {
    const early = { startsAt: at('04:30'), endsAt: at('05:00') };
    const overnight = { startsAt: at('20:00'), endsAt: '2026-11-24T04:00:00.000Z' };
    expect(hours(daySpan('2026-11-23', [early, overnight], zone))).toEqual([at('04:00'), at('22:00')]);
  });
});

describe('shareOf', () => {
  it('cuts what runs over the ends', () => {
    const span = daySpan('2026-11-23', [], zone);
    expect(shareOf({ startsAt: at('09:00'), endsAt: at('12:00') }, span)).toEqual({ left: 0.25, width: 0.25 });
    expect(shareOf({ startsAt: at('00:00'), endsAt: at('23:00') }, span)).toEqual({ left: 0, width: 1 });
  });
});

describe('shifted', () => {
  it('keeps the length and goes to the nearest quarter of an hour', () => {
    const time = { startsAt: at('10:00'), endsAt: at('11:30') };
    expect(shifted(time, 38)).toEqual({ startsAt: at('10:45'), endsAt: at('12:15') });
    expect(shifted(time, -20)).toEqual({ startsAt: at('09:45'), endsAt: at('11:15') });
  });
});
