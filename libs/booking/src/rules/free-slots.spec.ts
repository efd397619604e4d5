import fc from 'fast-check';
import { decideBooking } from './decide-booking.js';
import { freeSlots, staffHorizonDays, type SlotFacts } from './free-slots.js';
import { contains, overlaps, type Interval } from './interval.js';
import { anybody } from './person-rules.js';
import { defaultPolicy, withBuffers } from './policy.js';
import { zoneOffsets } from './zone-time.js';

const minute = 60_000;
const offsetAt = zoneOffsets('Europe/Helsinki');
const at = (text: string) => Date.parse(text);
const day = { start: at('2026-01-12T07:00Z'), end: at('2026-01-12T18:00Z') };

const someFacts = (changes: Partial<SlotFacts> = {}): SlotFacts => ({
  opening: [day],
  busy: [],
  policy: defaultPolicy,
  offsetAt,
  now: at('2026-01-12T00:00Z'),
  isStaff: false,
  ...changes,
});

const iso = (slots: readonly Interval[]) =>
  slots.map(
    ({ start, end }) => `${new Date(start).toISOString().slice(11, 16)}-${new Date(end).toISOString().slice(11, 16)}`,
  );

describe('free slots', () => {
  it('are the opening hours without what is taken', () => {
    const busy = [{ start: at('2026-01-12T09:00Z'), end: at('2026-01-12T10:10Z') }];
    expect(iso(freeSlots(someFacts({ busy }), day))).toEqual(['07:00-09:00', '10:15-18:00']);
  });

  it('leave room for the own buffers on both sides of what is taken', () => {
    const busy = [{ start: at('2026-01-12T09:00Z'), end: at('2026-01-12T10:00Z') }];
    const policy = { ...defaultPolicy, bufferBeforeMinutes: 20, bufferAfterMinutes: 10 };
    expect(iso(freeSlots(someFacts({ busy, policy }), day))).toEqual(['07:00-08:45', '10:30-18:00']);
  });

  it('leave out stretches that are shorter than the shortest booking', () => {
    const busy = [
      { start: at('2026-01-12T07:20Z'), end: at('2026-01-12T12:00Z') },
      { start: at('2026-01-12T12:20Z'), end: at('2026-01-12T18:00Z') },
    ];
    expect(freeSlots(someFacts({ busy }), day)).toEqual([]);
  });

  it('begin at the next grid start after the present and the notice', () => {
    const now = at('2026-01-12T08:01Z');
    const policy = { ...defaultPolicy, minNoticeMinutes: 60 };
    expect(iso(freeSlots(someFacts({ now, policy }), day))).toEqual(['09:15-18:00']);
  });

  it('end at the horizon, which is farther away for staff', () => {
    const now = day.start - 7 * 24 * 60 * minute + 60 * minute;
    const policy = { ...defaultPolicy, horizonDays: 7 };
    expect(iso(freeSlots(someFacts({ now, policy }), day))).toEqual(['07:00-08:30']);
    expect(iso(freeSlots(someFacts({ now, policy, isStaff: true }), day))).toEqual(['07:00-18:00']);
    const twoYearsAgo = day.start - staffHorizonDays * 24 * 60 * minute + 60 * minute;
    expect(iso(freeSlots(someFacts({ now: twoYearsAgo, isStaff: true }), day))).toEqual(['07:00-08:30']);
  });
});

const someTime = fc.integer({ min: -100, max: 800 });
const someBusy = fc.array(
  fc.tuple(someTime, fc.integer({ min: 1, max: 200 })).map(([from, length]) => ({
    start: day.start + from * minute,
    end: day.start + (from + length) * minute,
  })),
  { maxLength: 8 },
);
const someBuffers = fc.record({
  bufferBeforeMinutes: fc.constantFrom(0, 5, 10, 20),
  bufferAfterMinutes: fc.constantFrom(0, 5, 10, 20),
});

describe('the law of free slots', () => {
  const cases = fc.record({ busy: someBusy, buffers: someBuffers, nowMinutes: someTime });
  const factsOf = (c: { busy: Interval[]; buffers: object; nowMinutes: number }) =>
    someFacts({ busy: c.busy, policy: { ...defaultPolicy, ...c.buffers }, now: day.start + c.nowMinutes * minute });

  it('never reach into what is taken, nor outside the opening hours', () => {
    fc.assert(
      fc.property(cases, (c) => {
        const facts = factsOf(c);
        for (const slot of freeSlots(facts, day)) {
          expect(c.busy.some((taken) => overlaps(taken, withBuffers(slot, facts.policy)))).toBe(false);
          expect(contains(day, slot)).toBe(true);
        }
      }),
    );
  });

  it('hold exactly the shortest bookings that would be accepted', () => {
    fc.assert(
      fc.property(cases, fc.integer({ min: 0, max: 44 }), (c, step) => {
        const facts = {
          ...factsOf(c),
          bookable: true,
          outOfOrderUntil: undefined,
          inductionKinds: [],
          person: anybody,
        };
        const start = day.start + step * 15 * minute;
        const wanted = { start, end: start + 30 * minute };
        const isOffered = freeSlots(facts, day).some((slot) => contains(slot, wanted));
        expect(isOffered).toBe(decideBooking(wanted, facts).length === 0);
      }),
    );
  });
});

describe('on a Sunday on which the clock changes', () => {
  it.each([
    ['2026-03-28T22:00Z', 23],
    ['2027-03-27T22:00Z', 23],
    ['2026-10-24T21:00Z', 25],
    ['2027-10-30T21:00Z', 25],
  ])(
    'from %s there are %i bookable hours, and every full hour and quarter of them can be booked',
    (midnight, hours) => {
      const start = at(midnight);
      const sunday = { start, end: start + hours * 60 * minute };
      for (const startIntervalMinutes of [15, 60]) {
        const policy = { ...defaultPolicy, startIntervalMinutes };
        const facts = someFacts({ opening: [sunday], now: start - 60 * minute, policy });
        expect(freeSlots(facts, sunday)).toEqual([sunday]);
        for (let from = start; from < sunday.end; from += startIntervalMinutes * minute) {
          const wanted = { start: from, end: from + 60 * minute };
          const broken = decideBooking(wanted, { ...facts, ...complete });
          expect(broken.map(({ code }) => code)).toEqual(wanted.end > sunday.end ? ['booking.closed'] : []);
        }
      }
    },
  );

  const complete = { bookable: true, outOfOrderUntil: undefined, inductionKinds: [], person: anybody };
});
