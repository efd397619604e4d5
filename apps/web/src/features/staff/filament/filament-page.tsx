import type { HubSummary } from '../../../shared/api/use-hubs.js';
import { useLive } from '../../../shared/api/use-live.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { ButtonLink } from '../../../shared/ui/button.js';
import { Page } from '../../../shared/ui/page.js';
import { Together } from '../../../shared/ui/together.js';
import { InStaffHub } from '../in-staff-hub.js';
import { AddSpoolForm } from './add-spool-form.js';
import { FilamentNotice } from './filament-notice.js';
import { SpoolExchange } from './spool-exchange.js';
import { SpoolList } from './spool-list.js';
import { useFilamentOverview, useSpools } from './use-filament.js';
import '../staff.css';
import './filament.css';

/** The hub's spools: what is loaded where, and what is left. */
export default function FilamentPage() {
  const t = useT();
  return (
    <Page
      title={t('filament.title')}
      lead={t('filament.lead')}
      aside={<ButtonLink href="/staff">{t('devices.toShift')}</ButtonLink>}
      wide
    >
      <InStaffHub>{(hub) => <HubFilament hub={hub} />}</InStaffHub>
    </Page>
  );
}

function HubFilament({ hub }: { hub: HubSummary }) {
  useLive(['printers', 'queue']);
  const queries = [useFilamentOverview(hub.slug), useSpools(hub.slug)];
  return (
    <Together queries={queries}>
      <div className="filament">
        <div className="stack">
          <FilamentNotice hub={hub.slug} />
          <SpoolList hub={hub.slug} />
        </div>
        <div className="stack">
          <AddSpoolForm hub={hub.slug} />
          <SpoolExchange hub={hub.slug} />
        </div>
      </div>
    </Together>
  );
}
