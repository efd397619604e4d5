import type { Booking } from '#libs/contracts';
import type { HubSummary } from '../../../shared/api/use-hubs.js';
import { BookingStatePill } from '../../../shared/bookings/booking-state-pill.js';
import { useFormats } from '../../../shared/i18n/use-formats.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { Empty } from '../../../shared/ui/empty.js';
import { QueryView } from '../../../shared/ui/query-view.js';
import { useNow } from '../../../shared/ui/use-now.js';
import { Section } from '../section.js';
import { bookingsOfDay } from './bookings-of-day.js';
import { useHubBookings } from './use-hub-bookings.js';

export function TodaysBookings({ hub }: { hub: HubSummary }) {
  const t = useT();
  const formats = useFormats(hub.timeZone);
  const now = useNow(60_000);
  const bookings = useHubBookings(hub.slug);
  const today = bookings.data && bookingsOfDay(bookings.data.items, now, hub.timeZone);
  return (
    <Section title={t('today.title')} count={today?.length}>
      <p className="soft">{formats.longDay(new Date(now))}</p>
      <QueryView query={bookings}>
        {() =>
          !today || today.length === 0 ? (
            <Empty text={t('today.none')} />
          ) : (
            <ul className="stack-tight">
              {today.map((booking) => (
                <TodayRow key={booking.id} booking={booking} timeZone={hub.timeZone} />
              ))}
            </ul>
          )
        }
      </QueryView>
    </Section>
  );
}

function TodayRow({ booking, timeZone }: { booking: Booking; timeZone: string }) {
  const formats = useFormats(timeZone);
  const units = booking.resources.map(({ name }) => name).join(', ');
  return (
    <li className="card today-row">
      <p className="today-time numeric">{formats.timeRange(booking.startsAt, booking.endsAt)}</p>
      <div className="stack-tight">
        <h3>{units || booking.title}</h3>
        {booking.person && <p>{booking.person.displayName}</p>}
        {booking.purpose && <p className="soft">{booking.purpose}</p>}
        <div>
          <BookingStatePill state={booking.status} />
        </div>
      </div>
    </li>
  );
}
