import type { HubSummary } from '../../../shared/api/use-hubs.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { Empty } from '../../../shared/ui/empty.js';
import { QueryView } from '../../../shared/ui/query-view.js';
import { Section } from '../section.js';
import { usePrintJobs } from '../use-print-jobs.js';
import { ReviewCard } from './review-card.js';

export function ReviewList({ hub }: { hub: HubSummary }) {
  const t = useT();
  const jobs = usePrintJobs(hub.slug, 'awaiting_review');
  const count = jobs.data?.items.length;
  return (
    <Section title={t('review.title')} count={count}>
      <p className="visually-hidden" role="status">
        {count !== undefined && t('review.count', { count })}
      </p>
      <QueryView query={jobs} placeholders={2}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty text={t('review.none')} />
          ) : (
            <ul className="stack">
              {items.map((job) => (
                <ReviewCard key={job.id} job={job} timeZone={hub.timeZone} />
              ))}
            </ul>
          )
        }
      </QueryView>
    </Section>
  );
}
