import fc from 'fast-check';
import { nearestTimes } from './alternatives.js';
import { decideBooking, type BookingFacts } from './decide-booking.js';
import { anybody } from './person-rules.js';
import { defaultPolicy } from './policy.js';
import { zoneOffsets } from './zone-time.js';

const at = (text: string) => Date.parse(`2026-01-12T${text}Z`);
const time = (from: string, to: string) => ({ start: at(from), end: at(to) });
const day = time('07:00', '18:00');

const someFacts = (busy: { start: number; end: number }[]): BookingFacts => ({
  opening: [day],
  busy,
  policy: defaultPolicy,
  offsetAt: zoneOffsets('Europe/Helsinki'),
  now: at('06:00'),
  isStaff: false,
  bookable: true,
  outOfOrderUntil: undefined,
  inductionKinds: [],
  person: anybody,
});
const near = (wanted: { start: number; end: number }, ...units: BookingFacts[]) =>
  nearestTimes(wanted, units, { within: day, limit: 3 }).map(({ start, end }) =>
    [start, end].map((instant) => new Date(instant).toISOString().slice(11, 16)).join('-'),
  );

describe('alternatives', () => {
  it('are the nearest times before and after, nearest first', () => {
    expect(near(time('12:00', '13:00'), someFacts([time('12:00', '13:00')]))).toEqual([
      '11:00-12:00',
      '13:00-14:00',
      '10:00-11:00',
    ]);
  });

  it('bring a length that is not allowed to the nearest one that is', () => {
    expect(near(time('12:00', '12:10'), someFacts([]))[0]).toBe('12:00-12:30');
    expect(near(time('10:00', '17:00'), someFacts([]))[0]).toBe('10:00-14:00');
  });

  it('take any unit of a pool that is free', () => {
    const units = [someFacts([time('07:00', '18:00')]), someFacts([time('07:00', '15:00')])];
    expect(near(time('12:00', '13:00'), ...units)[0]).toBe('15:00-16:00');
  });

  it('would all be accepted as they are', () => {
    const minutes = fc.integer({ min: -60, max: 720 });
    const busy = fc.array(fc.tuple(minutes, fc.integer({ min: 1, max: 180 })), { maxLength: 6 });
    fc.assert(
      fc.property(busy, minutes, fc.integer({ min: -30, max: 400 }), (taken, start, length) => {
        const from = (m: number) => day.start + m * 60_000;
        const facts = someFacts(taken.map(([s, l]) => ({ start: from(s), end: from(s + l) })));
        const wanted = { start: from(start), end: from(start + length) };
        for (const offer of nearestTimes(wanted, [facts], { within: day, limit: 3 })) {
          expect(decideBooking(offer, facts)).toEqual([]);
        }
      }),
    );
  });
});
