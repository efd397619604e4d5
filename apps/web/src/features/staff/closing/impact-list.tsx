import type { Impact, ImpactedBooking } from '#libs/contracts';
import { useFormats } from '../../../shared/i18n/use-formats.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { Notice } from '../../../shared/ui/notice.js';

interface Props {
  impact: Impact;
  timeZone: string;
}

/** What becomes of whose booking: the ones that are lost first. */
export function ImpactList({ impact, timeZone }: Props) {
  const t = useT();
  const { cancelled, moved, ongoing } = impact;
  if (cancelled.length + moved.length + ongoing.length === 0)
    return <Notice tone="good" title={t('impact.none')} live={false} />;
  return (
    <Notice tone={cancelled.length > 0 ? 'warning' : 'info'} title={t('impact.title')} live={false}>
      <Bookings title={t('impact.cancelled', { count: cancelled.length })} bookings={cancelled} timeZone={timeZone} />
      <Bookings title={t('impact.moved', { count: moved.length })} bookings={moved} timeZone={timeZone} />
      <Bookings title={t('impact.ongoing', { count: ongoing.length })} bookings={ongoing} timeZone={timeZone} />
    </Notice>
  );
}

function Bookings({
  title,
  bookings,
  timeZone,
}: {
  title: string;
  bookings: readonly ImpactedBooking[];
  timeZone: string;
}) {
  const t = useT();
  const formats = useFormats(timeZone);
  if (bookings.length === 0) return null;
  return (
    <div>
      <p className="field-label">{title}</p>
      <ul>
        {bookings.map((booking) => (
          <li key={booking.id}>
            {booking.person.displayName},{' '}
            {t('booking.summary', {
              name: booking.title,
              when: formats.dayTimeRange(booking.startsAt, booking.endsAt),
            })}
          </li>
        ))}
      </ul>
    </div>
  );
}
