import type { Booking, Resource } from '#libs/contracts';
import { canTake, nextThing, takes } from './plan-things.js';

const thing = (slug: string, more: Partial<Resource> = {}) =>
  ({ id: `id-${slug}`, slug, bookable: true, pool: null, ...more }) as Resource;
const pc1 = thing('pc-1', { pool: 'pc' });
const pc2 = thing('pc-2', { pool: 'pc' });
const printer = thing('printer-1', { bookable: false });
const studio = thing('studio');
const things = [pc1, printer, pc2, studio];
const booking = (more: Partial<Booking> = {}) =>
  ({ resources: [{ id: 'id-pc-1', slug: 'pc-1', name: '' }], pool: null, series: null, ...more }) as Booking;

describe('another thing for a booking', () => {
  it('may be anything that can be booked', () => {
    expect(things.filter((each) => canTake(booking(), each))).toEqual([pc1, pc2, studio]);
    expect(takes(booking(), pc1)).toBe(true);
  });

  it('is none for several that were booked together', () => {
    const both = booking({ resources: [pc1, studio].map(({ id, slug }) => ({ id, slug, name: slug })) });
    expect(things.some((each) => canTake(both, each))).toBe(false);
  });

  it('is of the same pool for a date of a series', () => {
    expect(canTake(booking({ series: 'a-series' }), studio)).toBe(false);
    expect(things.filter((each) => canTake(booking({ series: 'a-series', pool: 'pc' }), each))).toEqual([pc1, pc2]);
  });

  it('is the next one up or down that will do, and the last stays the last', () => {
    expect(nextThing(booking(), things, { at: undefined, by: 1 })).toBe(pc2);
    expect(nextThing(booking(), things, { at: studio, by: -1 })).toBe(pc2);
    expect(nextThing(booking(), things, { at: pc2, by: -1 })).toBe(pc1);
    expect(nextThing(booking(), things, { at: undefined, by: -1 })).toBeUndefined();
    expect(nextThing(booking(), things, { at: studio, by: 1 })).toBeUndefined();
  });
});
