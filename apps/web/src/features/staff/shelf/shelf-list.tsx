import type { HubSummary } from '../../../shared/api/use-hubs.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { QueryView } from '../../../shared/ui/query-view.js';
import { useNow } from '../../../shared/ui/use-now.js';
import { Section } from '../section.js';
import { ShelfRow } from './shelf-row.js';
import { useShelf } from './use-shelf.js';

/** Finished parts that wait for their owners; not worth a heading while there are none. */
export function ShelfList({ hub }: { hub: HubSummary }) {
  const t = useT();
  const shelf = useShelf(hub.slug);
  const now = useNow(60_000);
  if (shelf.data?.items.length === 0) return null;
  return (
    <Section title={t('shelf.title')} count={shelf.data?.items.length}>
      <QueryView query={shelf} placeholders={1}>
        {({ items }) => (
          <ul className="stack-tight">
            {items.map(
              (job) =>
                job.pickUp && <ShelfRow key={job.id} {...{ job, now }} pickUp={job.pickUp} timeZone={hub.timeZone} />,
            )}
          </ul>
        )}
      </QueryView>
    </Section>
  );
}
