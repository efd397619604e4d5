import { useSearchParams } from 'wouter';
import type { Board } from '#libs/contracts';
import { useBoard } from '../../../shared/api/use-board.js';
import { useHubs, type HubSummary } from '../../../shared/api/use-hubs.js';
import { useLive } from '../../../shared/api/use-live.js';
import { useUnitStatus } from '../../../shared/hubs/use-unit-status.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { ButtonLink } from '../../../shared/ui/button.js';
import { Page } from '../../../shared/ui/page.js';
import { Pill } from '../../../shared/ui/pill.js';
import { QueryView } from '../../../shared/ui/query-view.js';
import { NotFoundPage } from '../../../shared/ui/not-found-page.js';
import { ReportFault } from './report-fault.js';

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
  const unit = board.data?.groups.flatMap(({ items }) => items).find((item) => item.slug === slug);
  if (board.data && !unit) return <NotFoundPage />;
  return (
    <Page title={unit?.name ?? t('unit.title')}>
      <QueryView query={board}>{() => unit && <UnitCard hub={hub} unit={unit} />}</QueryView>
    </Page>
  );
}

function UnitCard({ hub, unit }: { hub: HubSummary; unit: Board['groups'][number]['items'][number] }) {
  const t = useT();
  const status = useUnitStatus(hub.timeZone)(unit);
  return (
    <section className="card stack" aria-label={unit.name}>
      <div role="status">
        <Pill tone={status.tone}>{status.text}</Pill>
      </div>
      <div>
        <ButtonLink href={`/${hub.slug}/book/${unit.slug}`} tone="primary" large>
          {t('unit.book')}
        </ButtonLink>
      </div>
      <ReportFault hub={hub.slug} resource={unit.slug} name={unit.name} />
    </section>
  );
}
