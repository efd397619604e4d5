import type { HubSummary } from '../../../shared/api/use-hubs.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { QueryView } from '../../../shared/ui/query-view.js';
import { Section } from '../section.js';
import { FaultCard } from './fault-card.js';
import { useFaults } from './use-faults.js';

/** What people have said is broken; not worth a heading while nothing is. */
export function FaultList({ hub }: { hub: HubSummary }) {
  const t = useT();
  const faults = useFaults(hub.slug);
  if (faults.data === undefined || faults.data.items.length === 0) return null;
  return (
    <Section title={t('faults.title')} count={faults.data.items.length}>
      <QueryView query={faults} placeholders={1}>
        {({ items }) => (
          <ul className="stack">
            {items.map((fault) => (
              <FaultCard key={fault.id} hub={hub} fault={fault} />
            ))}
          </ul>
        )}
      </QueryView>
    </Section>
  );
}
