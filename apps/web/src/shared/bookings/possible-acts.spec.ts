import type { Booking } from '#libs/contracts';
import { possibleActs, releasedAt } from './possible-acts.js';

const rules = { checkInOpensMinutes: 15, noShowAfterMinutes: 15 };
const aBooking = (over: Partial<Booking>): Booking => ({
  id: 'a',
  hub: 'viitasaari',
  status: 'confirmed',
  startsAt: '2026-11-23T10:00:00Z',
  endsAt: '2026-11-23T11:00:00Z',
  title: 'Studio',
  pool: null,
  resources: [],
  purpose: null,
  canCancel: false,
  expiresAt: null,
  checkedInAt: null,
  declineReason: null,
  createdAt: '2026-11-20T10:00:00Z',
  version: 1,
  ...over,
});
const actsAt = (time: string, over: Partial<Booking> = {}) =>
  possibleActs(aBooking(over), Date.parse(`2026-11-23T${time}Z`), rules);

describe('possibleActs', () => {
  it.each([
    ['09:44:59', []],
    ['09:45:00', ['check-in']],
    ['10:59:59', ['check-in']],
    ['11:00:00', []],
  ])('at %s lets somebody check in to a booking of 10 to 11: %j', (time, acts) => {
    expect(actsAt(time)).toEqual(acts);
  });

  it('opens check-in as early as the policy says', () => {
    const early = { ...rules, checkInOpensMinutes: 30 };
    expect(possibleActs(aBooking({}), Date.parse('2026-11-23T09:30:00Z'), early)).toEqual(['check-in']);
  });

  it('lets a hold be confirmed until it expires', () => {
    const held = { status: 'held', expiresAt: '2026-11-23T09:00:00Z' } as const;
    expect([actsAt('08:59:59', held), actsAt('09:00:00', held)]).toEqual([['confirm'], []]);
  });

  it('lets a request be approved until its start', () => {
    const pending = { status: 'pending' } as const;
    expect([actsAt('09:59:59', pending), actsAt('10:00:00', pending)]).toEqual([['approve'], []]);
  });

  it('lets who is there check out, also before the start', () => {
    expect(actsAt('09:50:00', { status: 'in_use' })).toEqual(['check-out']);
  });

  it('puts cancelling last, and only where the API allows it', () => {
    expect(actsAt('09:50:00', { canCancel: true })).toEqual(['check-in', 'cancel']);
  });

  it.each(['completed', 'cancelled', 'declined', 'no_show', 'expired'] as const)('leaves a %s booking be', (status) => {
    expect(actsAt('10:00:00', { status })).toEqual([]);
  });
});

describe('releasedAt', () => {
  it('is the end of the grace, or of a booking that is shorter', () => {
    const short = aBooking({ endsAt: '2026-11-23T10:10:00Z' });
    expect(releasedAt(aBooking({}), rules).toISOString()).toBe('2026-11-23T10:15:00.000Z');
    expect(releasedAt(short, rules).toISOString()).toBe('2026-11-23T10:10:00.000Z');
  });
});
