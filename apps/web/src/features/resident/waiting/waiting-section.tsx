import { useT } from '../../../shared/i18n/use-t.js';
import { ProblemNotice } from '../../../shared/ui/problem-notice.js';
import { useWaitingList } from './use-waiting-list.js';
import { WaitingCard } from './waiting-card.js';

/** What one stands in line for; not there when it is nothing. */
export function WaitingSection() {
  const t = useT();
  const list = useWaitingList();
  if (list.isError && !list.data) return <ProblemNotice error={list.error} />;
  const live = list.data?.items.filter(({ status }) => status === 'waiting' || status === 'offered') ?? [];
  if (live.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="waiting">
      <h2 id="waiting">{t('waiting.mine')}</h2>
      <ul className="stack">
        {live.map((entry) => (
          <WaitingCard key={entry.id} entry={entry} />
        ))}
      </ul>
    </section>
  );
}
