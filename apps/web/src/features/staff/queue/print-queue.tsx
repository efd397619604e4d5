import { useState } from 'react';
import type { HubSummary } from '../../../shared/api/use-hubs.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { Empty } from '../../../shared/ui/empty.js';
import { QueryView } from '../../../shared/ui/query-view.js';
import { usePrinters } from '../printers/use-printers.js';
import { Section } from '../section.js';
import { usePrintJobs } from '../use-print-jobs.js';
import { QueueRow } from './queue-row.js';
import { useQueue } from './use-queue.js';

/** What prints next, when, and why not yet. */
export function PrintQueue({ hub }: { hub: HubSummary }) {
  const t = useT();
  const queue = useQueue(hub.slug);
  const jobs = usePrintJobs(hub.slug, 'queued');
  const printers = usePrinters(hub.slug);
  const [moved, setMoved] = useState<{ name: string; times: number }>();
  const printerName = (slug: string | null) =>
    printers.data?.items.find((printer) => printer.slug === slug || printer.id === slug)?.name ?? slug;
  const jobOf = (id: string | null) => jobs.data?.items.find((job) => job.id === id);
  return (
    <Section title={t('queue.title')} count={queue.data?.items.length}>
      <p className="visually-hidden" role="status">
        {/* Anew each time: the same words about the same print are read again. */}
        {moved && <span key={moved.times}>{t('queue.moved', { name: moved.name })}</span>}
      </p>
      <QueryView query={queue} placeholders={2}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty text={t('queue.none')} />
          ) : (
            <ol className="stack-tight">
              {items.map((entry) => (
                <QueueRow
                  key={entry.printJobId ?? entry.position}
                  entry={entry}
                  job={jobOf(entry.printJobId)}
                  printer={printerName(entry.printer)}
                  timeZone={hub.timeZone}
                  onMoved={(name) => setMoved((last) => ({ name, times: (last?.times ?? 0) + 1 }))}
                />
              ))}
            </ol>
          )
        }
      </QueryView>
    </Section>
  );
}
