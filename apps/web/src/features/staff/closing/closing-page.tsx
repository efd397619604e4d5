import type { HubSummary } from '../../../shared/api/use-hubs.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { ButtonLink } from '../../../shared/ui/button.js';
import { Page } from '../../../shared/ui/page.js';
import { InStaffHub } from '../in-staff-hub.js';
import '../staff.css';
import { ClosureForm } from './closure-form.js';
import { ClosureList } from './closure-list.js';
import { UnitList } from './unit-list.js';

/** What cannot be used: the whole hub for a while, or one thing that is broken. */
export default function ClosingPage() {
  const t = useT();
  return (
    <Page
      title={t('closing.title')}
      lead={t('closing.lead')}
      aside={<ButtonLink href="/staff">{t('plan.toShift')}</ButtonLink>}
    >
      <InStaffHub>{(hub) => <Closing hub={hub} />}</InStaffHub>
    </Page>
  );
}

function Closing({ hub }: { hub: HubSummary }) {
  return (
    <>
      <UnitList hub={hub} />
      <ClosureList hub={hub} />
      <ClosureForm hub={hub} />
    </>
  );
}
