import type { Viewer } from '#libs/people';
import { enqueueMail, type Transaction } from '#libs/platform';
import type { BookingOption } from './booking-option.js';
import { titleOf, type BookingWish } from './booking-wish.js';
import type { ChangedBooking } from './booking.repository.js';
import { formatWhen } from './format-when.js';

/** What follows from a new booking: the record, the screens, the letter, and what is to happen at its end. */
export function announceBooking(
  tx: Transaction,
  made: { bookingId: string; wish: BookingWish; option: BookingOption; viewer: Viewer },
): void {
  const { bookingId, wish, option, viewer } = made;
  const { hub } = wish.place;
  announceChange(tx, { id: bookingId, hub: hub.slug, hubId: hub.id, category: wish.category });
  tx.record({
    accountId: viewer.accountId,
    action: 'booking.create',
    subjectType: 'booking',
    subjectId: bookingId,
    details: { resources: option.targets.map((target) => target.slug) },
  });
  tx.enqueue('booking.advance', { bookingId }, { runAt: new Date(wish.time.end) });
  enqueueMail(tx, {
    to: viewer.email,
    locale: viewer.locale,
    template: 'bookingConfirmed',
    params: {
      title: titleOf(wish.pool, option.targets, viewer.locale),
      when: formatWhen(wish.time, hub.timeZone, viewer.locale),
      hub: hub.name,
    },
  });
}

/** Tells the screens that a booking came, went or changed, and the print planner when it is about a printer. */
export function announceChange(tx: Transaction, { hub, hubId, category }: ChangedBooking): void {
  tx.changed(hub, 'bookings', 'board');
  if (category === 'printer') tx.enqueue('print.plan', { hubId });
}
