import type { PrintJob, Queue } from '#libs/contracts';
import type { HubSummary } from '../../../shared/api/use-hubs.js';
import { useFormats } from '../../../shared/i18n/use-formats.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { Empty } from '../../../shared/ui/empty.js';
import { QueryView } from '../../../shared/ui/query-view.js';
import { usePrinters } from '../printers/use-printers.js';
import { Section } from '../section.js';
import { usePrintJobs } from '../use-print-jobs.js';
import { useQueue } from './use-queue.js';

/** What prints next, when, and why not yet. */
export function PrintQueue({ hub }: { hub: HubSummary }) {
  const t = useT();
  const queue = useQueue(hub.slug);
  const jobs = usePrintJobs(hub.slug, 'queued');
  const printers = usePrinters(hub.slug);
  const printerName = (slug: string | null) =>
    printers.data?.items.find((printer) => printer.slug === slug || printer.id === slug)?.name ?? slug;
  const jobOf = (id: string | null) => jobs.data?.items.find((job) => job.id === id);
  return (
    <Section title={t('queue.title')} count={queue.data?.items.length}>
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
                />
              ))}
            </ol>
          )
        }
      </QueryView>
    </Section>
  );
}

interface RowProps {
  entry: Queue['items'][number];
  job: PrintJob | undefined;
  printer: string | null;
  timeZone: string;
}

function QueueRow({ entry, job, printer, timeZone }: RowProps) {
  const t = useT();
  const formats = useFormats(timeZone);
  const { position, endsBetween, waitingReason } = entry;
  return (
    <li className="card queue-row">
      <span className="queue-position numeric">{position}.</span>
      <div className="stack-tight">
        <h3>{job?.fileName ?? t('queue.someFile')}</h3>
        {job?.person && <p className="soft">{job.person.displayName}</p>}
        <p>{t(`waiting.${waitingReason}`)}</p>
        {endsBetween && (
          <p className="soft numeric">
            {[t('estimate.readyBetween', { when: formats.between(endsBetween) }), printer].filter(Boolean).join(' · ')}
          </p>
        )}
      </div>
    </li>
  );
}
