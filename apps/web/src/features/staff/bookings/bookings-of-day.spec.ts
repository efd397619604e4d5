import type { Booking } from '#libs/contracts';
import { bookingsOfDay } from './bookings-of-day.js';

const aBooking = (id: string, startsAt: string, status: Booking['status'] = 'confirmed'): Booking => ({
  id,
  hub: 'viitasaari',
  status,
  startsAt,
  endsAt: new Date(Date.parse(startsAt) + 3_600_000).toISOString(),
  title: 'VR-lasit',
  pool: null,
  resources: [],
  purpose: null,
  canCancel: false,
  expiresAt: null,
  checkedInAt: null,
  declineReason: null,
  createdAt: '2026-11-20T10:00:00Z',
  version: 1,
});
const now = Date.parse('2026-11-23T10:00:00Z');

describe('bookingsOfDay', () => {
  it('takes the day of the hub’s wall clock, in order of start', () => {
    const bookings = [
      aBooking('late', '2026-11-23T17:00:00Z'),
      aBooking('yesterday in Finland', '2026-11-22T21:59:00Z'),
      aBooking('first', '2026-11-22T22:00:00Z'),
      aBooking('tomorrow in Finland', '2026-11-23T22:00:00Z'),
    ];
    expect(bookingsOfDay(bookings, now, 'Europe/Helsinki').map(({ id }) => id)).toEqual(['first', 'late']);
  });

  it('leaves out what was called off, keeps who did not come', () => {
    const bookings = [
      aBooking('cancelled', '2026-11-23T08:00:00Z', 'cancelled'),
      aBooking('no-show', '2026-11-23T09:00:00Z', 'no_show'),
    ];
    expect(bookingsOfDay(bookings, now, 'Europe/Helsinki').map(({ id }) => id)).toEqual(['no-show']);
  });
});
