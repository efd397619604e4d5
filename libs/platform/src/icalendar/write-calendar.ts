import { createEvents, type EventAttributes } from 'ics';
import type { CalendarMethod } from '#libs/contracts';

/** Who stands in an invitation. */
interface CalendarPerson {
  readonly name: string;
  readonly email: string;
}

/** One entry of a calendar program. */
export interface CalendarEvent {
  /** The same for every version of the same booking, in feeds and invitations alike. */
  readonly uid: string;
  /** Grows with every change; a program takes only what is newer than what it has. */
  readonly sequence: number;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly title: string;
  readonly location?: string;
  readonly status: 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED';
  /** When this version came to be; the same version always reads the same. */
  readonly stampedAt: Date;
  /** Both or none: only invitations have them. */
  readonly organizer?: CalendarPerson;
  readonly attendee?: CalendarPerson;
}

const productId = '-//Digikeskus//Digikeskus//FI';

/**
 * Writes an iCalendar object.
 * @param as.name what the calendar is called, for those that people subscribe to
 * @see https://www.rfc-editor.org/rfc/rfc5545, for the methods https://www.rfc-editor.org/rfc/rfc5546
 */
export function writeCalendar(events: readonly CalendarEvent[], as: { method: CalendarMethod; name?: string }): string {
  const header = { productId, method: as.method, ...(as.name !== undefined && { calName: as.name }) };
  const { error, value } = createEvents(events.map(attributesOf), header);
  if (value === null) throw new Error('the calendar cannot be written', { cause: error });
  return value;
}

function attributesOf(event: CalendarEvent): EventAttributes {
  const { uid, sequence, title, location, status, stampedAt, organizer, attendee } = event;
  const attributes = {
    uid,
    sequence,
    title,
    status,
    start: event.startsAt.getTime(),
    end: event.endsAt.getTime(),
    startInputType: 'utc' as const,
    startOutputType: 'utc' as const,
    busyStatus: status === 'CANCELLED' ? ('FREE' as const) : ('BUSY' as const),
    // Known to the writer, unknown to its types: without it every reading would look new.
    timestamp: stampedAt.getTime(),
    ...(location !== undefined && { location }),
    ...(organizer && { organizer: { ...organizer } }),
    ...(attendee && {
      attendees: [{ ...attendee, role: 'REQ-PARTICIPANT' as const, partstat: 'ACCEPTED' as const, rsvp: false }],
    }),
  };
  return attributes;
}
