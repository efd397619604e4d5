import type { BrokenRule } from '#libs/platform';
import type { Viewer } from '#libs/people';
import type { BookingRow } from '../booking/booking-reader.repository.js';
import type { BookingDraft } from './booking-draft.js';
import type { BookingOption } from './booking-option.js';
import type { BookingWish } from './booking-wish.js';

/** A booking that has just been written. */
export interface MadeBooking {
  readonly bookingId: string;
  readonly wish: BookingWish;
  readonly option: BookingOption;
  readonly viewer: Viewer;
  readonly draft: BookingDraft;
}

/** Expected refusals are values: the transaction ends without an error, then the answer is worked out. */
export type BookingOutcome =
  | { readonly kind: 'booked'; readonly booking: MadeBooking }
  /** The same request has made this booking before. */
  | { readonly kind: 'repeated'; readonly bookingId: string }
  | { readonly kind: 'refused'; readonly wish: BookingWish; readonly broken: readonly BrokenRule[] };

/** Somebody else has the time. */
export const overlap: BrokenRule = { code: 'booking.overlap', params: {} };

/** The row of a new booking, as reading it would give it. */
export function rowOf({ bookingId, wish, option, viewer, draft }: MadeBooking): BookingRow {
  const { hub } = wish.place;
  const targets = option.targets.toSorted((a, b) => a.position - b.position || (a.slug < b.slug ? -1 : 1));
  return {
    id: bookingId,
    hub: hub.slug,
    hubId: hub.id,
    hubName: hub.name,
    timeZone: hub.timeZone,
    status: draft.status,
    startsAt: new Date(draft.time.start),
    endsAt: new Date(draft.time.end),
    pool: wish.pool?.slug ?? null,
    poolName: wish.pool?.name ?? null,
    resources: targets.map(({ id, slug, name }) => ({ id, slug, name })),
    purpose: draft.purpose,
    createdAt: draft.now,
    version: 1,
    expiresAt: draft.expiresAt,
    checkedInAt: draft.checkedInAt,
    declineReason: null,
    layers: targets.map((target) => wish.place.layersOf(target)),
    seriesId: null,
    accountId: draft.accountId,
    displayName: viewer.displayName,
  };
}
