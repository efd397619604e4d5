import { useState } from 'react';
import type { SetUpHub } from '#libs/contracts';
import type { HubSummary } from '../../../shared/api/use-hubs.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { Button, ButtonLink } from '../../../shared/ui/button.js';
import { Empty } from '../../../shared/ui/empty.js';
import { Notice } from '../../../shared/ui/notice.js';
import { Page } from '../../../shared/ui/page.js';
import { QueryView } from '../../../shared/ui/query-view.js';
import { InStaffHub } from '../in-staff-hub.js';
import { Section } from '../section.js';
import { useAdministers } from '../use-administers.js';
import { categories } from './category-order.js';
import { CategorySection, Rows } from './category-section.js';
import { PoolDialog } from './pool-dialog.js';
import { ResourceDialog } from './resource-dialog.js';
import { useSetUpHub } from './use-set-up-hub.js';
import '../staff.css';
import './resources.css';

/** What stands in the hub: staff see it, its administrator adds, changes and takes away. */
export default function ResourcesPage() {
  const t = useT();
  return (
    <Page
      title={t('things.title')}
      lead={t('things.lead')}
      aside={<ButtonLink href="/staff">{t('plan.toShift')}</ButtonLink>}
    >
      <InStaffHub>{(hub) => <Things hub={hub} />}</InStaffHub>
    </Page>
  );
}

function Things({ hub }: { hub: HubSummary }) {
  const t = useT();
  const mayChange = useAdministers(hub);
  const query = useSetUpHub(hub.slug);
  return (
    <>
      {!mayChange && <Notice tone="info" title={t('things.onlyAdmin')} live={false} />}
      <QueryView query={query} placeholders={5}>
        {(setUp) => (
          <>
            {mayChange && <Adding setUp={setUp} />}
            {setUp.resources.length + setUp.pools.length === 0 && <Empty text={t('things.nothingYet')} />}
            {categories.map((category) => (
              <CategorySection key={category} category={category} setUp={setUp} mayChange={mayChange} />
            ))}
            <Retired setUp={setUp} mayChange={mayChange} />
          </>
        )}
      </QueryView>
    </>
  );
}

function Adding({ setUp }: { setUp: SetUpHub }) {
  const t = useT();
  const [adding, setAdding] = useState<'thing' | 'pool'>();
  const close = () => setAdding(undefined);
  return (
    <div className="button-row">
      <Button tone="primary" onPress={() => setAdding('thing')}>
        {t('things.add')}
      </Button>
      <Button onPress={() => setAdding('pool')}>{t('things.poolAdd')}</Button>
      <ButtonLink href="/staff/add-printer">{t('things.addPrinter')}</ButtonLink>
      <ButtonLink href="/staff/closing">{t('closing.title')}</ButtonLink>
      {adding === 'thing' && <ResourceDialog setUp={setUp} onClose={close} />}
      {adding === 'pool' && <PoolDialog hub={setUp.hub} onClose={close} />}
    </div>
  );
}

/** What is offered no more, but named by old bookings. */
function Retired({ setUp, mayChange }: { setUp: SetUpHub; mayChange: boolean }) {
  const t = useT();
  const retired = setUp.resources.filter((each) => each.retired);
  if (retired.length === 0) return null;
  return (
    <Section title={t('things.retired')} count={retired.length}>
      <div className="card">
        <Rows things={retired} setUp={setUp} mayChange={mayChange} />
      </div>
    </Section>
  );
}
