import { decideBooking, isTaken, type BookingFacts } from './decide-booking.js';
import { anybody } from './person-rules.js';
import { defaultPolicy } from './policy.js';
import { zoneOffsets } from './zone-time.js';

const at = (text: string) => Date.parse(text);
const time = (from: string, to: string) => ({ start: at(`2026-01-12T${from}Z`), end: at(`2026-01-12T${to}Z`) });

const someFacts = (changes: Partial<BookingFacts> = {}): BookingFacts => ({
  opening: [time('07:00', '18:00')],
  busy: [],
  policy: defaultPolicy,
  offsetAt: zoneOffsets('Europe/Helsinki'),
  now: at('2026-01-12T06:00Z'),
  isStaff: false,
  bookable: true,
  outOfOrderUntil: undefined,
  inductionKinds: [],
  person: anybody,
  ...changes,
});
const codes = (wanted: { start: number; end: number }, changes: Partial<BookingFacts> = {}) =>
  decideBooking(wanted, someFacts(changes)).map((rule) => rule.code);

describe('deciding on a booking', () => {
  it('accepts what breaks no rule', () => {
    expect(codes(time('10:00', '11:00'))).toEqual([]);
  });

  it('accepts one that ends when the next one begins', () => {
    expect(codes(time('10:00', '11:00'), { busy: [time('11:00', '12:00')] })).toEqual([]);
  });

  it('lists every broken rule at once, each with its numbers', () => {
    const broken = decideBooking(time('05:10', '05:20'), someFacts({ person: { ...anybody, activeCount: 2 } }));
    expect(broken).toEqual([
      { code: 'booking.too_short', params: { minMinutes: 30 } },
      { code: 'booking.off_grid', params: { intervalMinutes: 15 } },
      { code: 'booking.in_past', params: {} },
      { code: 'booking.closed', params: {} },
      { code: 'booking.too_many_active', params: { maxActive: 2 } },
    ]);
  });

  it('refuses what is too long, and what the hub closes in the middle of', () => {
    expect(codes(time('10:00', '14:15'))).toEqual(['booking.too_long']);
    expect(codes(time('17:30', '18:30'))).toEqual(['booking.closed']);
  });

  it('refuses one that ends before it begins as too short', () => {
    expect(codes(time('11:00', '10:00'))).toEqual(['booking.too_short']);
  });

  it('refuses what reaches with its buffer into the next booking', () => {
    const policy = { ...defaultPolicy, bufferAfterMinutes: 10 };
    expect(codes(time('10:00', '11:00'), { policy, busy: [time('11:00', '12:00')] })).toEqual(['booking.overlap']);
  });

  it('asks for notice where a policy does', () => {
    const policy = { ...defaultPolicy, minNoticeMinutes: 120 };
    expect(codes(time('07:30', '08:30'), { policy })).toEqual(['booking.notice_too_short']);
  });

  it('binds residents, but not staff, to the horizon and the number of active bookings', () => {
    const far = { now: at('2025-12-01T06:00Z'), person: { ...anybody, activeCount: 9 } };
    expect(codes(time('10:00', '11:00'), far)).toEqual(['booking.beyond_horizon', 'booking.too_many_active']);
    expect(codes(time('10:00', '11:00'), { ...far, isStaff: true })).toEqual([]);
  });

  it('refuses a thing out of order only until it is expected back', () => {
    expect(codes(time('10:00', '11:00'), { outOfOrderUntil: null })).toEqual(['booking.out_of_order']);
    expect(codes(time('10:00', '11:00'), { outOfOrderUntil: at('2026-01-12T10:30Z') })).toEqual([
      'booking.out_of_order',
    ]);
    expect(codes(time('10:00', '11:00'), { outOfOrderUntil: at('2026-01-12T10:00Z') })).toEqual([]);
  });

  it('refuses what is not booked by time', () => {
    expect(codes(time('10:00', '11:00'), { bookable: false })).toEqual(['booking.not_bookable']);
  });
});

describe('telling "taken" from "not allowed"', () => {
  const rule = (code: 'booking.overlap' | 'booking.too_many_active' | 'booking.closed') => ({ code, params: {} });

  it('is taken when an overlap is all that is wrong, or the limit that the winning twin used up', () => {
    expect(isTaken([rule('booking.overlap')])).toBe(true);
    expect(isTaken([rule('booking.overlap'), rule('booking.too_many_active')])).toBe(true);
  });

  it('is not allowed when the wish itself breaks a rule', () => {
    expect(isTaken([rule('booking.overlap'), rule('booking.closed')])).toBe(false);
    expect(isTaken([rule('booking.too_many_active')])).toBe(false);
    expect(isTaken([])).toBe(false);
  });
});
