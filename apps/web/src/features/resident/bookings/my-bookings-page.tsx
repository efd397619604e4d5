import { useLive } from '../../../shared/api/use-live.js';
import { RequireSignIn } from '../../../shared/auth/require-sign-in.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { ButtonLink } from '../../../shared/ui/button.js';
import { Empty } from '../../../shared/ui/empty.js';
import { Page } from '../../../shared/ui/page.js';
import { QueryView } from '../../../shared/ui/query-view.js';
import { useNow } from '../../../shared/ui/use-now.js';
import { useWaitingList } from '../waiting/use-waiting-list.js';
import { WaitingSection } from '../waiting/waiting-section.js';
import { BookingCard } from './booking-card.js';
import { CalendarFeedSection } from './calendar/calendar-feed.js';
import { splitBookings } from './split-bookings.js';
import { useMyBookings } from './use-my-bookings.js';

export default function MyBookingsPage() {
  const t = useT();
  return (
    <Page title={t('bookings.title')}>
      <RequireSignIn reason={t('bookings.signInReason')}>{() => <MyBookings />}</RequireSignIn>
    </Page>
  );
}

function MyBookings() {
  const t = useT();
  const bookings = useMyBookings();
  const waiting = useWaitingList();
  // What was offered is shown with the line that one stood in.
  const offered = new Set(
    waiting.data?.items.filter(({ status }) => status === 'offered').map(({ offer }) => offer?.bookingId),
  );
  const now = useNow(15_000);
  useLive(['bookings']);
  return (
    <QueryView query={bookings}>
      {({ items }) => {
        const { ahead, over } = splitBookings(
          items.filter(({ id }) => !offered.has(id)),
          now,
        );
        return (
          <>
            {ahead.length === 0 ? (
              <Empty text={t('bookings.none')}>
                <ButtonLink href="/" tone="primary">
                  {t('bookings.findFree')}
                </ButtonLink>
              </Empty>
            ) : (
              <section className="stack" aria-labelledby="ahead">
                <h2 id="ahead">{t('bookings.ahead')}</h2>
                <ul className="stack">
                  {ahead.map((booking) => (
                    <BookingCard key={booking.id} booking={booking} now={now} />
                  ))}
                </ul>
              </section>
            )}
            <WaitingSection />
            {over.length > 0 && (
              <section className="stack" aria-labelledby="over">
                <h2 id="over">{t('bookings.over')}</h2>
                <ul className="stack">
                  {over.map((booking) => (
                    <BookingCard key={booking.id} booking={booking} now={now} />
                  ))}
                </ul>
              </section>
            )}
            <CalendarFeedSection />
          </>
        );
      }}
    </QueryView>
  );
}
