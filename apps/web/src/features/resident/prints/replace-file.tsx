import type { PrintJob } from '#libs/contracts';
import { useT } from '../../../shared/i18n/use-t.js';
import { SendFile } from '../../../shared/prints/sending/send-file.js';

/** Another file in the place of one that nobody has approved. */
export function ReplaceFile({ job }: { job: PrintJob }) {
  const t = useT();
  return (
    <details className="send-file" open={job.status === 'needs_changes'}>
      <summary>{t('replace.title')}</summary>
      <div className="stack">
        <p className="soft">{t('replace.hint')}</p>
        <SendFile job={job} place="file" />
      </div>
    </details>
  );
}
