import type { Booking } from '#libs/contracts';
import { useHubZone } from '../../../shared/api/use-hubs.js';
import { BookingActs } from '../../../shared/bookings/booking-acts.js';
import { BookingStatePill } from '../../../shared/bookings/booking-state-pill.js';
import { possibleActs, type BookingAct } from '../../../shared/bookings/possible-acts.js';
import { useAttendanceRules } from '../../../shared/bookings/use-attendance-rules.js';
import { useFormats } from '../../../shared/i18n/use-formats.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { BookingNote } from './booking-note.js';
import { ChangeButtons } from './change/change-buttons.js';

interface Props {
  booking: Booking;
  /** Milliseconds since the epoch. */
  now: number;
}

/** Approval is staff's, also of a booking of their own. */
const isOwnAct = (act: BookingAct) => act !== 'approve';

export function BookingCard({ booking, now }: Props) {
  const t = useT();
  const formats = useFormats(useHubZone(booking.hub));
  const rules = useAttendanceRules(booking);
  const when = formats.dayTimeRange(booking.startsAt, booking.endsAt);
  const acts = possibleActs(booking, now, rules).filter(isOwnAct);
  return (
    <li className="card stack">
      <div className="stack-tight">
        <h3>{booking.title}</h3>
        <p className="numeric">{when}</p>
        <div role="status">
          <BookingStatePill state={booking.status} />
        </div>
        {booking.checkInCode !== undefined && (
          <p className="numeric">
            {t('bookings.checkInCode', { code: `${booking.checkInCode.slice(0, 3)} ${booking.checkInCode.slice(3)}` })}
          </p>
        )}
        <BookingNote booking={booking} rules={rules} canCheckIn={acts.includes('check-in')} />
      </div>
      <BookingActs
        booking={booking}
        acts={acts.map((kind) => ({ kind, label: t(`bookingAct.${kind}`) }))}
        name={`${booking.title} ${when}`}
      >
        {Date.parse(booking.endsAt) > now && (
          <ChangeButtons booking={booking} name={`${booking.title} ${when}`} now={now} />
        )}
      </BookingActs>
    </li>
  );
}
