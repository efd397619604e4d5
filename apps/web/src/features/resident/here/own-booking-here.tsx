import type { Booking } from '#libs/contracts';
import { BookingActs } from '../../../shared/bookings/booking-acts.js';
import { BookingStatePill } from '../../../shared/bookings/booking-state-pill.js';
import { checkInOpensAt, possibleActs } from '../../../shared/bookings/possible-acts.js';
import { useAttendanceRules } from '../../../shared/bookings/use-attendance-rules.js';
import { useFormats } from '../../../shared/i18n/use-formats.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { Notice } from '../../../shared/ui/notice.js';

interface Props {
  booking: Booking;
  timeZone: string;
  /** Milliseconds since the epoch. */
  now: number;
}

/** A booking of one's own for somebody who stands there: check in, or when that begins. */
export function OwnBookingHere({ booking, timeZone, now }: Props) {
  const t = useT();
  const formats = useFormats(timeZone);
  const rules = useAttendanceRules(booking);
  const acts = possibleActs(booking, now, rules).filter((act) => act === 'check-in' || act === 'check-out');
  const when = formats.dayTimeRange(booking.startsAt, booking.endsAt);
  const name = booking.resources.map((resource) => resource.name).join(', ') || booking.title;
  return (
    <li className="card stack">
      <div className="stack-tight">
        <h3>{name}</h3>
        <p className="numeric">{when}</p>
        <div role="status">
          {booking.status === 'in_use' ? (
            <Notice tone="good" title={t('here.welcome', { name, when: formats.until(booking.endsAt) })} live={false} />
          ) : (
            <BookingStatePill state={booking.status} />
          )}
        </div>
        {acts.length === 0 && (
          <p>{t('here.opens', { when: formats.soon(checkInOpensAt(booking, rules).toISOString()) })}</p>
        )}
      </div>
      <BookingActs
        booking={booking}
        acts={acts.map((kind) => ({ kind, label: t(`bookingAct.${kind}`) }))}
        name={`${booking.title} ${when}`}
        large
      />
    </li>
  );
}
