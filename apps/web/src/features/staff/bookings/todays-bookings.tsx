import type { HubSummary } from '../../../shared/api/use-hubs.js';
import { useFormats } from '../../../shared/i18n/use-formats.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { Empty } from '../../../shared/ui/empty.js';
import { QueryView } from '../../../shared/ui/query-view.js';
import { useNow } from '../../../shared/ui/use-now.js';
import { Section } from '../section.js';
import { bookingsOfDay } from './bookings-of-day.js';
import { StaffBookingRow } from './staff-booking-row.js';
import { useHubBookings } from './use-hub-bookings.js';

export function TodaysBookings({ hub }: { hub: HubSummary }) {
  const t = useT();
  const formats = useFormats(hub.timeZone);
  const now = useNow(15_000);
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
                <StaffBookingRow
                  key={booking.id}
                  booking={booking}
                  when={formats.timeRange(booking.startsAt, booking.endsAt)}
                  timeZone={hub.timeZone}
                  now={now}
                />
              ))}
            </ul>
          )
        }
      </QueryView>
    </Section>
  );
}
