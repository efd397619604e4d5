import type { HubSummary } from '../../../shared/api/use-hubs.js';
import { useResources } from '../../../shared/api/use-resources.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { ButtonLink } from '../../../shared/ui/button.js';
import { Page } from '../../../shared/ui/page.js';
import { Together } from '../../../shared/ui/together.js';
import { InStaffHub } from '../in-staff-hub.js';
import '../staff.css';
import { ClosureForm } from './closure-form.js';
import { ClosureList } from './closure-list.js';
import { UnitList } from './unit-list.js';
import { useClosures } from './use-closing.js';

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
  const queries = [useResources(hub.slug), useClosures(hub.slug)];
  return (
    <Together queries={queries}>
      <UnitList hub={hub} />
      <ClosureList hub={hub} />
      <ClosureForm hub={hub} />
    </Together>
  );
}
