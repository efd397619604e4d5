import type { MailCalendar } from '#libs/contracts';
import type { BookingLetter, BookingMail } from '../booking/booking-announcement.js';
import { sequenceOf, uidOf } from './calendar-identity.js';

type Entry = Pick<MailCalendar, 'method'> & Pick<MailCalendar['events'][number], 'status'>;

const stands: Entry = { method: 'REQUEST', status: 'CONFIRMED' };
const isOver: Entry = { method: 'CANCEL', status: 'CANCELLED' };

/** What each letter does to the reader's calendar; null when there is nothing to change in it. */
const entries: Record<BookingMail, Entry | null> = {
  bookingConfirmed: stands,
  bookingMoved: stands,
  bookingPending: { method: 'REQUEST', status: 'TENTATIVE' },
  bookingCancelled: isOver,
  bookingCancelledByStaff: isOver,
  bookingDeclined: isOver,
  bookingLapsed: isOver,
  bookingLost: isOver,
  bookingNoShow: isOver,
  bookingReminder: null,
  bookingDelayed: null,
  // An offer is nobody's booking before it is taken.
  bookingOffered: null,
};

/** The entry for the reader's calendar that goes with a letter about a booking. */
export function invitationFor(template: BookingMail, letter: BookingLetter): MailCalendar | undefined {
  const entry = entries[template];
  if (entry === null) return undefined;
  const { bookingId, version, title, time, hubName } = letter;
  return {
    method: entry.method,
    organizer: hubName,
    events: [
      {
        uid: uidOf(bookingId),
        sequence: sequenceOf(version),
        title,
        location: hubName,
        startsAt: new Date(time.start).toISOString(),
        endsAt: new Date(time.end).toISOString(),
        status: entry.status,
      },
    ],
  };
}
