import type { Booking } from '#libs/contracts';
import { useHubZone } from '../../../shared/api/use-hubs.js';
import { releasedAt, type AttendanceRules } from '../../../shared/bookings/possible-acts.js';
import { useFormats } from '../../../shared/i18n/use-formats.js';
import { useT } from '../../../shared/i18n/use-t.js';

interface Props {
  booking: Booking;
  rules: AttendanceRules;
  canCheckIn: boolean;
}

/** What a booking's state means for the person who made it; nothing where the state says it all. */
export function BookingNote(props: Props) {
  const note = useNote(props);
  return note && <p>{note}</p>;
}

function useNote({ booking, rules, canCheckIn }: Props): string | null {
  const t = useT();
  const formats = useFormats(useHubZone(booking.hub));
  const { status, expiresAt, declineReason } = booking;
  switch (status) {
    case 'held':
      return expiresAt && t('bookingNote.held', { when: formats.until(expiresAt) });
    case 'pending':
      return t('booking.pendingText');
    case 'confirmed':
      return canCheckIn ? t('bookingNote.confirmed', { time: formats.time(releasedAt(booking, rules)) }) : null;
    case 'declined':
      return declineReason && t('bookingNote.declined', { reason: declineReason });
    case 'no_show':
      return t('bookingNote.no_show');
    case 'expired':
      return t('bookingNote.expired');
    default:
      return null;
  }
}
