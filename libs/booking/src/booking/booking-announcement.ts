import type { BookingState, Category, Locale } from '#libs/contracts';
import { tellStaff } from '#libs/people';
import { enqueueMail, type AuditAction, type MailRequest, type Transaction } from '#libs/platform';
import { invitationFor } from '../calendar-feed/booking-invitation.js';
import { isoRange } from '../calendar/iso-range.js';
import { titleOf } from '../making/booking-wish.js';
import type { MadeBooking } from '../making/made-booking.js';
import { armStep } from '../life/arm-step.js';
import type { Interval } from '../rules/interval.js';
import { timeOf, type StandingBooking } from './standing-booking.repository.js';

/** What a letter about a booking tells. */
export interface BookingLetter {
  readonly bookingId: string;
  /** Grows with every change of the booking. */
  readonly version: number;
  readonly to: string | null;
  readonly locale: Locale;
  /** The pool's name, else the resources' names, in the person's language. */
  readonly title: string;
  readonly time: Interval;
  readonly timeZone: string;
  readonly hubName: string;
}

/** Where something of a hub's bookings has changed. */
interface ChangedCalendar {
  readonly hub: string;
  readonly hubId: string;
  readonly category: Category;
}

/** Letters about a booking. */
export type BookingMail = Extract<MailRequest['template'], `booking${string}`>;

/** How a new booking is recorded by the state it begins in. */
const firstActions: Partial<Record<BookingState, AuditAction>> = { held: 'booking.hold', in_use: 'booking.use-now' };

/** Letters that say with which code to check in. */
const asksToCome: readonly BookingMail[] = ['bookingConfirmed', 'bookingReminder'];

/** What follows from a new booking: the record, the screens, the letter, and what time will do to it. */
export function announceBooking(tx: Transaction, { bookingId, wish, option, viewer, draft }: MadeBooking): void {
  const { hub } = wish.place;
  announceChange(tx, { hub: hub.slug, hubId: hub.id, category: wish.category });
  tx.record({
    accountId: viewer.accountId,
    action: firstActions[draft.status] ?? 'booking.create',
    subjectType: 'booking',
    subjectId: bookingId,
    hubId: hub.id,
    details: { resources: option.targets.map((target) => target.slug) },
  });
  armStep(tx, { bookingId, at: draft.nextStepAt, now: draft.now });
  // Somebody who holds a slot is looking at it, and who uses a thing at once has it in hand.
  if (draft.status === 'held' || draft.status === 'in_use') return;
  const title = titleOf(wish.pool, option.targets, viewer.locale);
  const { email: to, locale } = viewer;
  const letter = { bookingId, version: 1, to, locale, title, time: wish.time, timeZone: hub.timeZone };
  if (draft.status === 'pending') askApproval(tx, { hubId: hub.id, askedBy: viewer.accountId });
  writeLetter(tx, draft.status === 'pending' ? 'bookingPending' : 'bookingConfirmed', { ...letter, hubName: hub.name });
}

/** Tells the screens that a booking came, went or changed, and the print planner when it is about a printer. */
export function announceChange(tx: Transaction, { hub, hubId, category }: ChangedCalendar): void {
  tx.changed(hub, 'bookings', 'board');
  if (category === 'printer') tx.enqueue('print.plan', { hubId });
}

/** Tells staff that a booking waits for them. */
export function askApproval(tx: Transaction, { hubId, askedBy }: { hubId: string; askedBy: string }): void {
  tellStaff(tx, { hubId, topic: 'booking_approval', causedBy: askedBy });
}

/** The letter that a standing booking's person gets. */
export function letterOf(booking: StandingBooking): BookingLetter {
  const targets = booking.occupied.filter((part) => part.isTarget);
  return {
    bookingId: booking.id,
    version: booking.version,
    to: booking.email,
    locale: booking.locale,
    title: titleOf(booking.poolName === null ? null : { name: booking.poolName }, targets, booking.locale),
    time: timeOf(booking),
    timeZone: booking.timeZone,
    hubName: booking.hubName,
  };
}

/** Writes to a booking's person, in his or her language, once the transaction is committed. */
export function writeLetter(
  tx: Transaction,
  template: BookingMail,
  letter: BookingLetter,
  params: MailRequest['params'] = {},
): void {
  const { to, locale, title, time, timeZone, hubName } = letter;
  const when = { ...isoRange(time), timeZone };
  const checkInCode = { checkInTo: letter.bookingId };
  const calendar = invitationFor(template, letter);
  enqueueMail(tx, {
    to,
    locale,
    template,
    params: { title, when, hub: hubName, ...(asksToCome.includes(template) && { checkInCode }), ...params },
    ...(calendar && { calendar }),
  });
}
