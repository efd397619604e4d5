import { Link } from 'wouter';
import type { Booking } from '#libs/contracts';
import { BookingActs } from '../../../shared/bookings/booking-acts.js';
import { BookingStatePill } from '../../../shared/bookings/booking-state-pill.js';
import { possibleActs } from '../../../shared/bookings/possible-acts.js';
import { useAttendanceRules } from '../../../shared/bookings/use-attendance-rules.js';
import { useFormats } from '../../../shared/i18n/use-formats.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { Button, ButtonLink } from '../../../shared/ui/button.js';
import { Dialog } from '../../../shared/ui/dialog.js';
import { canMove } from './plan-blocks.js';

interface Props {
  booking: Booking;
  now: number;
  timeZone: string;
  onMove: () => void;
  onClose: () => void;
}

/** A booking with all that staff can do with it. */
export function BookingDialog({ booking, now, timeZone, onMove, onClose }: Props) {
  const t = useT();
  const formats = useFormats(timeZone);
  const rules = useAttendanceRules(booking);
  const acts = possibleActs(booking, now, rules).filter((act) => act !== 'confirm');
  const units = booking.resources.map(({ name }) => name).join(', ') || booking.title;
  const labels = acts.map((kind) => ({ kind, label: t(kind === 'cancel' ? 'bookingAct.cancel' : `staffAct.${kind}`) }));
  return (
    <Dialog title={units} onClose={onClose}>
      <p className="numeric">{formats.dayTimeRange(booking.startsAt, booking.endsAt)}</p>
      {booking.person && <p>{booking.person.displayName}</p>}
      {booking.purpose && <p className="soft">{booking.purpose}</p>}
      {booking.series && (
        <p>
          {t('series.isPart')} <Link href={`/staff/series/${booking.series}/${booking.id}`}>{t('series.open')}</Link>
        </p>
      )}
      <BookingStatePill state={booking.status} forStaff />
      <BookingActs booking={booking} acts={labels} name={units}>
        {canMove(booking, now) && <Button onPress={onMove}>{t('plan.move')}</Button>}
        {booking.person && <ButtonLink href={`/staff/people/${booking.person.id}`}>{t('plan.person')}</ButtonLink>}
        <Button onPress={onClose}>{t('dialog.close')}</Button>
      </BookingActs>
    </Dialog>
  );
}
