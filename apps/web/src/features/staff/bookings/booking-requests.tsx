import type { HubSummary } from '../../../shared/api/use-hubs.js';
import { dayKey } from '../../../shared/i18n/day-key.js';
import { useFormats } from '../../../shared/i18n/use-formats.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { ProblemNotice } from '../../../shared/ui/problem-notice.js';
import { useNow } from '../../../shared/ui/use-now.js';
import { Section } from '../section.js';
import { StaffBookingRow } from './staff-booking-row.js';
import { useBookingRequests } from './use-booking-requests.js';

/** Requests for other days than today, which the day's list shows; not there when there are none. */
export function BookingRequests({ hub }: { hub: HubSummary }) {
  const t = useT();
  const formats = useFormats(hub.timeZone);
  const now = useNow(60_000);
  const requests = useBookingRequests(hub.slug);
  const today = dayKey(now, hub.timeZone);
  const later = requests.data?.items.filter(({ startsAt }) => dayKey(startsAt, hub.timeZone) !== today) ?? [];
  if (requests.isError && !requests.data)
    return (
      <Section title={t('requests.title')}>
        <ProblemNotice error={requests.error} />
      </Section>
    );
  if (later.length === 0) return null;
  return (
    <Section title={t('requests.title')} count={later.length}>
      <ul className="stack-tight">
        {later.map((booking) => (
          <StaffBookingRow
            key={booking.id}
            booking={booking}
            when={formats.dayTimeRange(booking.startsAt, booking.endsAt)}
            timeZone={hub.timeZone}
            now={now}
          />
        ))}
      </ul>
    </Section>
  );
}
