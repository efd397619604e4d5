import type { Booking } from '#libs/contracts';
import { splitBookings } from './split-bookings.js';

const aBooking = (id: string, over: Partial<Booking> = {}): Booking => ({
  id,
  hub: 'viitasaari',
  status: 'confirmed',
  startsAt: '2026-11-23T10:00:00Z',
  endsAt: '2026-11-23T11:00:00Z',
  title: 'VR-lasit',
  pool: 'vr-headset',
  resources: [],
  purpose: null,
  canCancel: true,
  expiresAt: null,
  checkedInAt: null,
  declineReason: null,
  createdAt: '2026-11-20T10:00:00Z',
  version: 1,
  ...over,
});
const now = Date.parse('2026-11-23T10:30:00Z');

describe('splitBookings', () => {
  it('keeps a booking ahead until it has ended', () => {
    const ended = aBooking('ended', { endsAt: '2026-11-23T10:30:00Z' });
    const { ahead, over } = splitBookings([aBooking('running'), ended], now);
    expect([ahead.map(({ id }) => id), over.map(({ id }) => id)]).toEqual([['running'], ['ended']]);
  });

  it('counts a cancelled booking as over though its time is ahead', () => {
    const { over } = splitBookings([aBooking('cancelled', { status: 'cancelled' })], now);
    expect(over).toHaveLength(1);
  });

  it('shows the soonest first', () => {
    const later = aBooking('later', { startsAt: '2026-11-24T10:00:00Z', endsAt: '2026-11-24T11:00:00Z' });
    expect(splitBookings([later, aBooking('sooner')], now).ahead.map(({ id }) => id)).toEqual(['sooner', 'later']);
  });
});
