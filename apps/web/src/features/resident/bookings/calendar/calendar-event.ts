import type { Booking } from '#libs/contracts';

/** Signs that mean something in a text of RFC 5545. */
const escaped = (text: string) => text.replaceAll(/[\\;,]/g, (sign) => `\\${sign}`).replaceAll('\n', String.raw`\n`);
const stamp = (instant: string) => new Date(instant).toISOString().replaceAll(/[-:]|\.\d+/g, '');

/**
 * One booking as a file that calendar programs read (RFC 5545).
 * @param where the hub's name and address
 */
export function calendarEvent(booking: Booking, where: string): string {
  const units = booking.resources.map(({ name }) => name).join(', ');
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Digikeskus//Bookings//FI',
    'BEGIN:VEVENT',
    `UID:${booking.id}@digikeskus`,
    `SEQUENCE:${booking.version}`,
    `DTSTAMP:${stamp(booking.createdAt)}`,
    `DTSTART:${stamp(booking.startsAt)}`,
    `DTEND:${stamp(booking.endsAt)}`,
    `SUMMARY:${escaped(booking.title)}`,
    `LOCATION:${escaped(where)}`,
    ...(units === '' || units === booking.title ? [] : [`DESCRIPTION:${escaped(units)}`]),
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}

/** A line has at most 75 octets; the next begins with a space. */
function folded(line: string): string {
  const bytes = new TextEncoder();
  let size = 0;
  let text = '';
  for (const sign of line) {
    const length = bytes.encode(sign).length;
    if (size + length > 74) {
      text += '\r\n ';
      size = 1;
    }
    text += sign;
    size += length;
  }
  return text;
}
