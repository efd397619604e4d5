import { useState } from 'react';
import type { Resource } from '#libs/contracts';
import type { HubSummary } from '../../../shared/api/use-hubs.js';
import { useResources } from '../../../shared/api/use-resources.js';
import { useFormats } from '../../../shared/i18n/use-formats.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { Button } from '../../../shared/ui/button.js';
import { Pill } from '../../../shared/ui/pill.js';
import { ProblemNotice } from '../../../shared/ui/problem-notice.js';
import { QueryView } from '../../../shared/ui/query-view.js';
import { Section } from '../section.js';
import { OutOfOrderDialog } from './out-of-order-dialog.js';
import { usePutInOrder } from './use-closing.js';
import './closing.css';

/** Every thing of the hub: in use, or out of order and why. */
export function UnitList({ hub }: { hub: HubSummary }) {
  const t = useT();
  const resources = useResources(hub.slug);
  return (
    <Section title={t('closing.things')} count={resources.data?.items.length}>
      <QueryView query={resources}>
        {({ items }) => (
          <ul className="stack-tight">
            {items.map((unit) => (
              <UnitRow key={unit.id} unit={unit} hub={hub} />
            ))}
          </ul>
        )}
      </QueryView>
    </Section>
  );
}

function UnitRow({ unit, hub }: { unit: Resource; hub: HubSummary }) {
  const t = useT();
  const formats = useFormats(hub.timeZone);
  const [asking, setAsking] = useState(false);
  const putIn = usePutInOrder({ hub: hub.slug, slug: unit.slug });
  const out = unit.outOfOrder;
  return (
    <li className="card unit-row">
      <h3>{unit.name}</h3>
      <Pill tone={out ? 'warning' : 'good'}>{t(out ? 'unit.outOfOrder' : 'closing.inUse')}</Pill>
      {out && (
        <p>
          {out.until ? t('closing.outUntil', { reason: out.reason, when: formats.dayTime(out.until) }) : out.reason}
        </p>
      )}
      <div className="unit-act">
        {out ? (
          <Button tone="primary" isPending={putIn.isPending} onPress={() => putIn.mutate()}>
            {t('closing.putIn')}
            <span className="visually-hidden">{unit.name}</span>
          </Button>
        ) : (
          <Button onPress={() => setAsking(true)}>
            {t('closing.putOut')}
            <span className="visually-hidden">{unit.name}</span>
          </Button>
        )}
      </div>
      {putIn.error && <ProblemNotice error={putIn.error} />}
      {asking && <OutOfOrderDialog unit={unit} hub={hub} onClose={() => setAsking(false)} />}
    </li>
  );
}
