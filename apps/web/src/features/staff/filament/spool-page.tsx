import type { Spool } from '#libs/contracts';
import type { HubSummary } from '../../../shared/api/use-hubs.js';
import { useLive } from '../../../shared/api/use-live.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { ButtonLink } from '../../../shared/ui/button.js';
import { Page } from '../../../shared/ui/page.js';
import { QueryView } from '../../../shared/ui/query-view.js';
import { InStaffHub } from '../in-staff-hub.js';
import { EditSpoolForm } from './edit-spool-form.js';
import { SpoolActs } from './spool-acts.js';
import { SpoolHistory } from './spool-history.js';
import { spoolName } from './spool-name.js';
import { SpoolSummary } from './spool-summary.js';
import { useSpool } from './use-filament.js';
import '../staff.css';
import './filament.css';

/** One spool: what is left, what took from it, and what is written about it. */
export default function SpoolPage({ number }: { number: string }) {
  const t = useT();
  return (
    <Page
      title={t('filament.spool', { number })}
      aside={<ButtonLink href="/staff/filament">{t('filament.toSpools')}</ButtonLink>}
      wide
    >
      <InStaffHub>{(hub) => <OneSpool hub={hub} number={number} />}</InStaffHub>
    </Page>
  );
}

function OneSpool({ hub, number }: { hub: HubSummary; number: string }) {
  const spool = useSpool(hub.slug, number);
  useLive(['printers', 'queue']);
  return <QueryView query={spool}>{(data) => <Details spool={data} timeZone={hub.timeZone} />}</QueryView>;
}

function Details({ spool, timeZone }: { spool: Spool; timeZone: string }) {
  const t = useT();
  return (
    <div className="filament">
      <div className="stack">
        <section className="card stack" aria-label={spoolName(t, spool)}>
          <h2 className="spool-name">
            {spool.colorHex && (
              <span className="spool-color" style={{ background: `#${spool.colorHex}` }} aria-hidden="true" />
            )}
            {[spool.material, spool.colorName].filter(Boolean).join(' · ')}
          </h2>
          <SpoolSummary spool={spool} />
          <SpoolActs spool={spool} />
        </section>
        <SpoolHistory spool={spool} timeZone={timeZone} />
      </div>
      <EditSpoolForm spool={spool} />
    </div>
  );
}
