import { createRequire } from 'node:module';
import type { Booking } from '#libs/contracts';
import { calendarEvent } from './calendar-event.js';

const booking: Booking = {
  id: '5f0c5f6e-0000-4000-8000-000000000001',
  hub: 'viitasaari',
  status: 'confirmed',
  startsAt: '2026-11-23T10:00:00.000Z',
  endsAt: '2026-11-23T11:00:00.000Z',
  title: 'Äänitys; studio, iso \\ pieni',
  pool: null,
  resources: [{ id: '5f0c5f6e-0000-4000-8000-000000000002', slug: 'studio', name: 'Studio' }],
  purpose: null,
  canCancel: true,
  expiresAt: null,
  checkedInAt: null,
  declineReason: null,
  createdAt: '2026-11-20T10:00:00.000Z',
  version: 3,
};
const where = 'Viitasaaren Digikeskus, Keskitie 10, '.repeat(4);

interface Ical {
  parse(text: string): unknown;
  Component: new (jcal: unknown) => {
    getFirstSubcomponent(name: string): { getFirstPropertyValue(name: string): unknown };
  };
}
const ical = createRequire(__filename)('ical.js') as { default?: Ical } & Ical;

describe('calendarEvent', () => {
  const text = calendarEvent(booking, where);
  const reader = ical.default ?? ical;
  const event = new reader.Component(reader.parse(text)).getFirstSubcomponent('vevent');
  const valueOf = (name: string) => String(event.getFirstPropertyValue(name));

  it('is read back by a calendar program as it was', () => {
    expect([valueOf('summary'), valueOf('location'), valueOf('description')]).toEqual([booking.title, where, 'Studio']);
    expect([valueOf('dtstart'), valueOf('dtend'), valueOf('sequence')]).toEqual([
      '2026-11-23T10:00:00Z',
      '2026-11-23T11:00:00Z',
      '3',
    ]);
  });

  it('has no line that is longer than the standard allows', () => {
    expect(Math.max(...text.split('\r\n').map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
  });
});
