import fc from 'fast-check';
import type { BookingFacts } from './decide-booking.js';
import { overlaps } from './interval.js';
import { anybody } from './person-rules.js';
import { defaultPolicy, withBuffers } from './policy.js';
import { decideWalkUp, walkUpTime } from './walk-up.js';

const at = (time: string) => Date.parse(`2026-01-12T${time}Z`);
const span = (start: string, end: string) => ({ start: at(start), end: at(end) });

const facts = (over: Partial<BookingFacts> = {}): BookingFacts => ({
  now: at('10:00:00'),
  opening: [span('07:00:00', '14:00:00')],
  busy: [],
  policy: defaultPolicy,
  offsetAt: () => 0,
  isStaff: false,
  bookable: true,
  outOfOrderUntil: undefined,
  inductionKinds: [],
  person: anybody,
  ...over,
});
const policy = (over: Partial<BookingFacts['policy']>) => ({ ...defaultPolicy, ...over });
const until = (over: Partial<BookingFacts>) => new Date(walkUpTime(facts(over)).end).toISOString().slice(11, 19);
const refused = (over: Partial<BookingFacts>) =>
  decideWalkUp(walkUpTime(facts(over)), facts(over)).map(({ code }) => code);

describe('how long a walk-up lasts', () => {
  it('is half an hour from now, to the minute', () => {
    expect(until({ now: at('10:07:23') })).toBe('10:37:00');
  });

  it('is as long as the shortest booking where that is longer, and no longer than the longest', () => {
    expect(until({ policy: policy({ minDurationMinutes: 60 }) })).toBe('11:00:00');
    expect(until({ policy: policy({ minDurationMinutes: 15, maxDurationMinutes: 20 }) })).toBe('10:20:00');
  });

  it('ends when something else begins, and leaves time for cleaning', () => {
    const busy = [span('10:30:00', '11:00:00')];
    expect(until({ now: at('10:07:00'), busy })).toBe('10:30:00');
    const cleaned = policy({ minDurationMinutes: 15, bufferAfterMinutes: 10 });
    expect(until({ now: at('10:01:00'), busy, policy: cleaned })).toBe('10:20:00');
  });

  it('ends when the hub closes', () => {
    expect(until({ now: at('13:44:00'), policy: policy({ minDurationMinutes: 15 }) })).toBe('14:00:00');
  });

  it('never meets what is there already, unless it is refused', () => {
    const minutes = fc.integer({ min: 0, max: 600 });
    fc.assert(
      fc.property(minutes, minutes, fc.integer({ min: 1, max: 90 }), minutes, (now, start, length, buffer) => {
        const begin = at('05:00:00');
        const busy = [{ start: begin + start * 60_000, end: begin + (start + length) * 60_000 }];
        const rules = policy({ bufferAfterMinutes: buffer % 20, minDurationMinutes: 15 });
        const known = facts({ now: begin + now * 60_000, busy, policy: rules });
        const time = walkUpTime(known);
        const clashes = busy.some((taken) => overlaps(taken, withBuffers(time, rules)));
        expect(decideWalkUp(time, known).some(({ code }) => code === 'booking.overlap')).toBe(clashes);
        expect(time.end).toBeGreaterThan(time.start);
      }),
    );
  });
});

describe('a walk-up', () => {
  it('may begin at any minute', () => {
    expect(refused({ now: at('10:07:23') })).toEqual([]);
  });

  it.each([
    ['when the thing is in use', { busy: [span('09:00:00', '11:00:00')] }, ['booking.overlap']],
    ['when too little time is left', { busy: [span('10:15:00', '11:00:00')] }, ['booking.overlap']],
    ['when the hub is closed', { now: at('15:00:00') }, ['booking.closed']],
    ['just before the hub closes', { now: at('13:50:00') }, ['booking.closed']],
    ['of what is out of order', { outOfOrderUntil: null }, ['booking.out_of_order']],
    ['of what takes prints', { bookable: false }, ['booking.not_bookable']],
    ['of what asks for notice', { policy: policy({ minNoticeMinutes: 60 }) }, ['booking.notice_too_short']],
    ['of what staff approve', { policy: policy({ approvalOverMinutes: 0 }) }, ['booking.approval_required']],
    ['without the induction', { inductionKinds: ['laser'] }, ['booking.induction_required']],
    [
      'by whoever has as many bookings as one may have',
      { person: { ...anybody, activeCount: 2 } },
      ['booking.too_many_active'],
    ],
  ] as const)('is refused %s', (_when, over, codes) => {
    expect(refused(over as Partial<BookingFacts>)).toEqual(codes);
  });

  it('waits for no approval when staff want it', () => {
    expect(refused({ policy: policy({ approvalOverMinutes: 0 }), isStaff: true })).toEqual([]);
  });
});
