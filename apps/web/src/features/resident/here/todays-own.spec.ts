import type { Booking, BookingState, Resource } from '#libs/contracts';
import { todaysOwn } from './todays-own.js';

const aBooking = (id: string, startsAt: string, endsAt: string, status: BookingState = 'confirmed', hub = 'a') =>
  ({
    id,
    hub,
    status,
    startsAt: `2026-11-${startsAt}:00Z`,
    endsAt: `2026-11-${endsAt}:00Z`,
    resources: [{ id: 'room' }],
  }) as Booking;
const room = { id: 'room', policy: { checkInOpensMinutes: 10, noShowAfterMinutes: 15 } } as Resource;
const here = { hub: 'a', timeZone: 'Europe/Helsinki', resources: [room], now: Date.parse('2026-11-23T10:00:00Z') };
const idsOf = (...bookings: Booking[]) => todaysOwn(bookings, here).map(({ id }) => id);

describe('todaysOwn', () => {
  it('has what is to come today by the hub’s clock and what is in use, the next one first', () => {
    const late = aBooking('late', '23T21:30', '23T21:45');
    const tomorrow = aBooking('tomorrow', '23T22:30', '23T22:45');
    const running = aBooking('running', '23T09:00', '23T11:00', 'in_use');
    expect(idsOf(late, tomorrow, running)).toEqual(['running', 'late']);
  });

  it.each([
    ['21:49', []],
    ['21:50', ['midnight']],
  ])('at %s by UTC has of what begins at the hub’s midnight: %j', (time, ids) => {
    const midnight = aBooking('midnight', '23T22:00', '23T23:00');
    const now = Date.parse(`2026-11-23T${time}:00Z`);
    expect(todaysOwn([midnight], { ...here, now }).map(({ id }) => id)).toEqual(ids);
  });

  it('leaves out what is over, was let go, or is somewhere else', () => {
    const over = aBooking('over', '23T08:00', '23T10:00');
    const gone = aBooking('gone', '23T11:00', '23T12:00', 'cancelled');
    const elsewhere = aBooking('elsewhere', '23T11:00', '23T12:00', 'confirmed', 'b');
    expect(idsOf(over, gone, elsewhere)).toEqual([]);
  });
});
