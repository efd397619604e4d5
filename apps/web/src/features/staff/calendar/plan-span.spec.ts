import type { TimeRange } from '#libs/contracts';
import { daySpan, shareOf, shifted } from './plan-span.js';

const zone = 'Europe/Helsinki';
const at = (time: string) => `2026-11-23T${time}:00.000Z`;
const hours = ({ from, to }: { from: number; to: number }) => [
  new Date(from).toISOString(),
  new Date(to).toISOString(),
];

describe('daySpan', () => {
  const span = (opening: readonly TimeRange[], blocks: readonly TimeRange[] = []) =>
    hours(daySpan('2026-11-23', { opening, blocks }, zone));
  const open = { startsAt: at('07:00'), endsAt: at('15:30') };

  it('is eight to eight by the hub’s clock on a day on which it is closed', () => {
    const tomorrow = { startsAt: '2026-11-24T07:00:00.000Z', endsAt: '2026-11-24T15:00:00.000Z' };
    expect(span([])).toEqual([at('06:00'), at('18:00')]);
    expect(span([tomorrow])).toEqual([at('06:00'), at('18:00')]);
  });

  it('is the whole hours in which the hub is open', () => {
    expect(span([open])).toEqual([at('07:00'), at('16:00')]);
    expect(span([open, { startsAt: at('17:00'), endsAt: at('20:00') }])).toEqual([at('07:00'), at('20:00')]);
  });

  it('grows by whole hours to what begins earlier or ends later, within the day', () => {
    const early = { startsAt: at('04:30'), endsAt: at('05:00') };
    const overnight = { startsAt: at('20:00'), endsAt: '2026-11-24T04:00:00.000Z' };
    expect(span([open], [early, overnight])).toEqual([at('04:00'), at('22:00')]);
  });
});

describe('shareOf', () => {
  it('cuts what runs over the ends', () => {
    const span = daySpan('2026-11-23', { opening: [], blocks: [] }, zone);
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
