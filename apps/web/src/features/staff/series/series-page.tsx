import { useHub } from '../../../shared/api/use-hub.js';
import type { HubSummary } from '../../../shared/api/use-hubs.js';
import { useLive } from '../../../shared/api/use-live.js';
import { useResources } from '../../../shared/api/use-resources.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { ButtonLink } from '../../../shared/ui/button.js';
import { Page } from '../../../shared/ui/page.js';
import { QueryView } from '../../../shared/ui/query-view.js';
import { InStaffHub } from '../in-staff-hub.js';
import { SeriesForm } from './series-form.js';
import { SeriesList } from './series-list.js';
import '../staff.css';
import './series.css';

/** Bookings that repeat: clubs, classes, courses. */
export default function SeriesPage() {
  const t = useT();
  return (
    <Page
      title={t('series.title')}
      lead={t('series.lead')}
      aside={<ButtonLink href="/staff">{t('plan.toShift')}</ButtonLink>}
    >
      <InStaffHub>{(hub) => <AllSeries hub={hub} />}</InStaffHub>
    </Page>
  );
}

function AllSeries({ hub }: { hub: HubSummary }) {
  useLive(['bookings']);
  const details = useHub(hub.slug);
  const resources = useResources(hub.slug);
  return (
    <>
      <SeriesList hub={hub} />
      <QueryView query={details}>
        {(place) => (
          <QueryView query={resources}>{({ items }) => <SeriesForm hub={place} resources={items} />}</QueryView>
        )}
      </QueryView>
    </>
  );
}
