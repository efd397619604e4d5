import type { PrintJob } from '#libs/contracts';
import { useT } from '../../../shared/i18n/use-t.js';
import { Button } from '../../../shared/ui/button.js';
import { ProblemNotice } from '../../../shared/ui/problem-notice.js';
import { Progress } from '../../../shared/ui/progress.js';
import { FileChoice } from './file-choice.js';
import { useReplaceFile } from './use-replace-file.js';

/** Another file for a print that nobody has approved: it is sent as soon as it is chosen. */
export function ReplaceFile({ job }: { job: PrintJob }) {
  const t = useT();
  const replace = useReplaceFile(job);
  return (
    <details className="replace-file" open={job.status === 'needs_changes'}>
      <summary>{t('replace.title')}</summary>
      <div className="stack">
        <p className="soft">{t('replace.hint')}</p>
        {replace.error && <ProblemNotice error={replace.error} />}
        {replace.isPending ? (
          <>
            <Progress label={t('sendPrint.sending')} share={replace.share} />
            <div>
              <Button onPress={replace.stop}>{t('sendPrint.stop')}</Button>
            </div>
          </>
        ) : (
          <FileChoice file={null} error={undefined} onFile={(file) => replace.mutate(file)} />
        )}
      </div>
    </details>
  );
}
