import type { Booking } from '#libs/contracts';
import { BookingActs } from '../../../shared/bookings/booking-acts.js';
import { BookingStatePill } from '../../../shared/bookings/booking-state-pill.js';
import { possibleActs, type BookingAct } from '../../../shared/bookings/possible-acts.js';
import { useAttendanceRules } from '../../../shared/bookings/use-attendance-rules.js';
import { useFormats } from '../../../shared/i18n/use-formats.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { DeclineButton } from './decline-button.js';

interface Props {
  booking: Booking;
  /** When it is, as the list needs it: only the time, or the day too. */
  when: string;
  timeZone: string;
  /** Milliseconds since the epoch. */
  now: number;
}

/** Holds are confirmed by those they are kept for. */
const isStaffAct = (act: BookingAct) => act !== 'confirm' && act !== 'cancel';

export function StaffBookingRow({ booking, when, timeZone, now }: Props) {
  const t = useT();
  const formats = useFormats(timeZone);
  const rules = useAttendanceRules(booking);
  const units = booking.resources.map(({ name }) => name).join(', ') || booking.title;
  const name = [units, booking.person?.displayName, when].filter(Boolean).join(', ');
  const acts = possibleActs(booking, now, rules).filter(isStaffAct);
  return (
    <li className="card today-row">
      <p className="today-time numeric">{when}</p>
      <div className="stack-tight">
        <h3>{units}</h3>
        {booking.person && <p>{booking.person.displayName}</p>}
        {booking.purpose && <p className="soft">{booking.purpose}</p>}
        <div className="row" role="status">
          <BookingStatePill state={booking.status} forStaff />
          {booking.checkedInAt && (
            <span className="soft">{t('today.arrivedAt', { time: formats.time(booking.checkedInAt) })}</span>
          )}
        </div>
        <BookingActs booking={booking} acts={acts.map((kind) => ({ kind, label: t(`staffAct.${kind}`) }))} name={name}>
          {booking.status === 'pending' && <DeclineButton booking={booking} name={name} />}
        </BookingActs>
      </div>
    </li>
  );
}
