import type { Locale, WaitingEntry, WaitingState } from '#libs/contracts';
import { isStaffOf, type Viewer } from '#libs/people';
import { localise } from '../hub/localised-text.js';
import type { WaitingRow } from './waiting-entry.repository.js';

/** How an entry is shown: in the reader's language, and with the person's name to staff only. */
export function waitingEntryView(row: WaitingRow, to: { viewer: Viewer; locale: Locale; now: Date }): WaitingEntry {
  const { booking } = row;
  const status = waitingState(row, to.now);
  return {
    id: row.id,
    hub: row.hub,
    resource: row.resource,
    pool: row.pool,
    title: localise(row.name, to.locale),
    from: row.wantedFrom.toISOString(),
    to: row.wantedTo.toISOString(),
    durationMinutes: row.durationMinutes,
    status,
    position: status === 'waiting' ? row.ahead + 1 : null,
    offer: booking && {
      bookingId: booking.id,
      startsAt: iso(booking.startsAt),
      endsAt: iso(booking.endsAt),
      until: booking.until === null ? null : iso(booking.until),
    },
    createdAt: row.createdAt.toISOString(),
    ...(isStaffOf(to.viewer, row.hubId) && { person: { id: row.accountId, displayName: row.displayName } }),
  };
}

/** What became of an offer is what became of its booking, which has an end only as long as nobody has confirmed it. */
export function waitingState({ status, booking, wantedTo }: WaitingRow, now: Date): WaitingState {
  if (status === 'left') return 'left';
  if (booking === null) return wantedTo <= now ? 'ended' : 'waiting';
  if (booking.status === 'held') return 'offered';
  return booking.until === null ? 'accepted' : 'lapsed';
}

function iso(text: string): string {
  return new Date(text).toISOString();
}
