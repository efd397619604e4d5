import type { Booking, BookingState, Locale } from '#libs/contracts';
import { isStaffOf, type Viewer } from '#libs/people';
import type { BookingRow } from './booking-reader.repository.js';
import { titleOf } from '../making/booking-wish.js';
import { lastChangeAt } from '../rules/last-change.js';
import { resolvePolicy, strictestPolicy } from '../rules/policy.js';
import { localise } from '../hub/localised-text.js';

const cancellable: readonly BookingState[] = ['held', 'pending', 'confirmed'];

/** How a booking is shown: in the reader's language, and with the person's name to staff only. */
export function bookingView(row: BookingRow, to: { viewer: Viewer; locale: Locale; now: Date }): Booking {
  const { viewer, locale, now } = to;
  const isStaff = isStaffOf(viewer, row.hubId);
  return {
    id: row.id,
    hub: row.hub,
    status: row.status,
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    title: titleOf(row.poolName === null ? null : { name: row.poolName }, row.resources, locale),
    pool: row.pool,
    resources: row.resources.map(({ id, slug, name }) => ({ id, slug, name: localise(name, locale) })),
    purpose: row.purpose,
    canCancel: canCancel(row, { isStaff, now }),
    expiresAt: row.status === 'held' ? isoOrNull(row.expiresAt) : null,
    checkedInAt: isoOrNull(row.checkedInAt),
    declineReason: row.declineReason,
    createdAt: row.createdAt.toISOString(),
    version: row.version,
    ...(isStaff && { series: row.seriesId, person: { id: row.accountId, displayName: row.displayName } }),
  };
}

/** Whether cancelling would be accepted. */
function canCancel(
  { status, startsAt, layers }: BookingRow,
  { isStaff, now }: { isStaff: boolean; now: Date },
): boolean {
  if (!cancellable.includes(status) || startsAt <= now) return false;
  if (isStaff || status === 'held' || layers.length === 0) return true;
  const policy = strictestPolicy(layers.map((of) => resolvePolicy(...of.map((layer) => layer ?? undefined))));
  return now.getTime() <= lastChangeAt(startsAt, policy);
}

function isoOrNull(instant: Date | null): string | null {
  return instant === null ? null : instant.toISOString();
}
