import type { HubSummary } from '../../../shared/api/use-hubs.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { ButtonLink } from '../../../shared/ui/button.js';
import { Notice } from '../../../shared/ui/notice.js';
import { Page } from '../../../shared/ui/page.js';
import { InStaffHub } from '../in-staff-hub.js';
import { useAdministers } from '../use-administers.js';
import { ApprovalSection } from './approval-section.js';
import { FilamentRulesSection } from './filament-rules-section.js';
import '../staff.css';
import './print-rules.css';

/** By which rules the hub prints: staff read them, its administrator changes them. */
export default function PrintRulesPage() {
  const t = useT();
  return (
    <Page
      title={t('rules.title')}
      lead={t('rules.lead')}
      aside={<ButtonLink href="/staff">{t('devices.toShift')}</ButtonLink>}
      wide
    >
      <InStaffHub>{(hub) => <Rules hub={hub} />}</InStaffHub>
    </Page>
  );
}

function Rules({ hub }: { hub: HubSummary }) {
  const t = useT();
  const mayChange = useAdministers(hub);
  return (
    <>
      {!mayChange && <Notice tone="info" title={t('rules.onlyAdmin')} live={false} />}
      <div className="print-rules">
        <ApprovalSection hub={hub.slug} mayChange={mayChange} />
        <FilamentRulesSection hub={hub.slug} mayChange={mayChange} />
      </div>
    </>
  );
}
