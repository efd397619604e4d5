import { useSearchParams } from 'wouter';
import type { Board } from '#libs/contracts';
import { useBoard } from '../../../shared/api/use-board.js';
import { useMe } from '../../../shared/api/use-me.js';
import { useHubs, type HubSummary } from '../../../shared/api/use-hubs.js';
import { useLive } from '../../../shared/api/use-live.js';
import { useResources } from '../../../shared/api/use-resources.js';
import { useUnitStatus } from '../../../shared/hubs/use-unit-status.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { ButtonLink } from '../../../shared/ui/button.js';
import { Page } from '../../../shared/ui/page.js';
import { Pill } from '../../../shared/ui/pill.js';
import { QueryView } from '../../../shared/ui/query-view.js';
import { NotFoundPage } from '../../../shared/ui/not-found-page.js';
import { useNow } from '../../../shared/ui/use-now.js';
import { useMyBookings } from '../bookings/use-my-bookings.js';
import { OwnBookingHere } from '../here/own-booking-here.js';
import { todaysOwn } from '../here/todays-own.js';
import { UseAtOnce } from '../here/use-at-once.js';
import { ReportFault } from './report-fault.js';
import { UnitRules } from './unit-rules.js';

/** Where the code on a device or a door leads; `?hub=` names the hub where a town has several. */
export default function ResourcePage({ slug }: { slug: string }) {
  const t = useT();
  const hubs = useHubs();
  const [search] = useSearchParams();
  const hub = hubs.data?.items.find((each) => each.slug === search.get('hub')) ?? hubs.data?.items[0];
  if (hub) return <UnitAt hub={hub} slug={slug} />;
  return (
    <Page title={t('unit.title')}>
      <QueryView query={hubs}>{() => null}</QueryView>
    </Page>
  );
}

function UnitAt({ hub, slug }: { hub: HubSummary; slug: string }) {
  const t = useT();
  const board = useBoard(hub.slug);
  useLive(['board', 'bookings']);
  const group = board.data?.groups.find(({ items }) => items.some((item) => item.slug === slug));
  const unit = group?.items.find((item) => item.slug === slug);
  if (board.data && !unit) return <NotFoundPage />;
  return (
    <Page title={unit?.name ?? t('unit.title')}>
      <QueryView query={board}>
        {() =>
          unit && (
            <>
              <UnitCard hub={hub} unit={unit} isPrinter={group?.category === 'printer'} />
              {group && group.category !== 'printer' && <UnitRules hub={hub.slug} slug={slug} />}
            </>
          )
        }
      </QueryView>
    </Page>
  );
}

type Unit = Board['groups'][number]['items'][number];

function UnitCard({ hub, unit, isPrinter }: { hub: HubSummary; unit: Unit; isPrinter: boolean }) {
  const t = useT();
  const status = useUnitStatus(hub.timeZone)(unit);
  return (
    <section className="card stack" aria-label={unit.name}>
      <div role="status">
        <Pill tone={status.tone}>{status.text}</Pill>
      </div>
      {!isPrinter && <UseHere hub={hub} unit={unit} />}
      <div>
        <ButtonLink href={`/${hub.slug}/book/${unit.slug}`} large>
          {t('unit.book')}
        </ButtonLink>
      </div>
      <ReportFault hub={hub.slug} resource={unit.slug} name={unit.name} />
    </section>
  );
}

/** One's own booking of it, or the way to use it without one. */
function UseHere({ hub, unit }: { hub: HubSummary; unit: Unit }) {
  const me = useMe();
  const now = useNow(15_000);
  const bookings = useMyBookings(Boolean(me.data));
  const { slug, timeZone } = hub;
  const resources = useResources(slug).data?.items ?? [];
  const today = todaysOwn(bookings.data?.items ?? [], { hub: slug, timeZone, resources, now });
  const own = today.filter((booking) => booking.resources.some((resource) => resource.slug === unit.slug));
  const isMineNow = own.some(({ status, startsAt }) => status === 'in_use' || Date.parse(startsAt) <= now);
  return (
    <>
      {own.length > 0 && (
        <ul className="stack">
          {own.map((booking) => (
            <OwnBookingHere key={booking.id} booking={booking} timeZone={timeZone} now={now} />
          ))}
        </ul>
      )}
      {unit.status === 'free' && !isMineNow && (
        <div>
          <UseAtOnce hub={slug} resource={unit.slug} name={unit.name} timeZone={timeZone} large />
        </div>
      )}
    </>
  );
}
