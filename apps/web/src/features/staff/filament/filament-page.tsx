import { useHubs, type HubSummary } from '../../../shared/api/use-hubs.js';
import { useLive } from '../../../shared/api/use-live.js';
import { isStaff } from '../../../shared/api/use-me.js';
import { RequireSignIn } from '../../../shared/auth/require-sign-in.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { ButtonLink } from '../../../shared/ui/button.js';
import { Empty } from '../../../shared/ui/empty.js';
import { Notice } from '../../../shared/ui/notice.js';
import { Page } from '../../../shared/ui/page.js';
import { QueryView } from '../../../shared/ui/query-view.js';
import { staffHub } from '../staff-hub.js';
import { AddSpoolForm } from './add-spool-form.js';
import { FilamentNotice } from './filament-notice.js';
import { SpoolExchange } from './spool-exchange.js';
import { SpoolList } from './spool-list.js';
import '../staff.css';
import './filament.css';

/** The hub's spools: what is loaded where, and what is left. */
export default function FilamentPage() {
  const t = useT();
  const hubs = useHubs();
  return (
    <Page
      title={t('filament.title')}
      lead={t('filament.lead')}
      aside={<ButtonLink href="/staff">{t('devices.toShift')}</ButtonLink>}
      wide
    >
      <RequireSignIn reason={t('staff.signInReason')}>
        {(me) =>
          isStaff(me) ? (
            <QueryView query={hubs}>
              {({ items }) => {
                const hub = staffHub(me, items);
                return hub ? <HubFilament hub={hub} /> : <Empty text={t('home.noHubs')} />;
              }}
            </QueryView>
          ) : (
            <Notice tone="warning" title={t('staff.notStaff')} />
          )
        }
      </RequireSignIn>
    </Page>
  );
}

function HubFilament({ hub }: { hub: HubSummary }) {
  useLive(['printers', 'queue']);
  return (
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
  );
}
