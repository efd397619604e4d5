import type { Board } from '#libs/contracts';
import { useBoard } from '../../../shared/api/use-board.js';
import { useLive } from '../../../shared/api/use-live.js';
import { useMe } from '../../../shared/api/use-me.js';
import { useResources } from '../../../shared/api/use-resources.js';
import { RequireSignIn } from '../../../shared/auth/require-sign-in.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { Empty } from '../../../shared/ui/empty.js';
import { Page } from '../../../shared/ui/page.js';
import { QueryView } from '../../../shared/ui/query-view.js';
import { Together } from '../../../shared/ui/together.js';
import { useNow } from '../../../shared/ui/use-now.js';
import { useMyBookings } from '../bookings/use-my-bookings.js';
import { FreeThings } from './free-things.js';
import { OwnBookingHere } from './own-booking-here.js';
import { todaysOwn } from './todays-own.js';

/** Where the code on the hub's screen leads: check in to what one has booked, or use something free at once. */
export default function HerePage({ hub }: { hub: string }) {
  const t = useT();
  const board = useBoard(hub);
  const me = useMe();
  const bookings = useMyBookings(Boolean(me.data));
  useLive(['board', 'bookings']);
  return (
    <Page title={t('here.title')} lead={board.data ? `${board.data.hub.name}. ${t('here.lead')}` : t('here.lead')}>
      <QueryView query={board}>
        {(picture) => (
          <RequireSignIn reason={t('here.reason')}>
            {() => (
              <Together queries={[bookings]}>
                <TodaysBookings hub={picture.hub} />
                <FreeThings board={picture} />
              </Together>
            )}
          </RequireSignIn>
        )}
      </QueryView>
    </Page>
  );
}

function TodaysBookings({ hub }: { hub: Board['hub'] }) {
  const t = useT();
  const now = useNow(15_000);
  const bookings = useMyBookings();
  const resources = useResources(hub.slug).data?.items ?? [];
  return (
    <section className="stack" aria-labelledby="todays-own">
      <h2 id="todays-own">{t('here.today')}</h2>
      <QueryView query={bookings}>
        {({ items }) => {
          const own = todaysOwn(items, { hub: hub.slug, timeZone: hub.timeZone, resources, now });
          if (own.length === 0) return <Empty text={t('here.none')} />;
          return (
            <ul className="stack">
              {own.map((booking) => (
                <OwnBookingHere key={booking.id} booking={booking} timeZone={hub.timeZone} now={now} />
              ))}
            </ul>
          );
        }}
      </QueryView>
    </section>
  );
}
