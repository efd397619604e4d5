import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { PrintJob } from '#libs/contracts';
import { api } from '../../../shared/api/client.js';
import { queryKeys } from '../../../shared/api/query-keys.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { SendFile } from '../../../shared/prints/sending/send-file.js';
import { Button } from '../../../shared/ui/button.js';
import { ProblemNotice } from '../../../shared/ui/problem-notice.js';

/** What the printer gets beside what was sent: where it comes from, and staff's own in its place. */
export function PrintFile({ job }: { job: PrintJob }) {
  const t = useT();
  const { printFile, model } = job;
  return (
    <div className="stack-tight">
      {printFile && (
        <p>
          {t(`printFile.${printFile.origin}`)}{' '}
          <a href={printFile.url} download>
            {printFile.fileName ?? t('printFile.download')}
          </a>
        </p>
      )}
      {printFile?.origin === 'attached' && <Detach job={job} />}
      <details className="send-file" open={model !== null && printFile === null}>
        <summary>{t('printFile.attach')}</summary>
        <div className="stack">
          <p className="soft">{t('printFile.hint')}</p>
          <SendFile job={job} place="print-file" />
        </div>
      </details>
    </div>
  );
}

function Detach({ job: { id, version } }: { job: PrintJob }) {
  const t = useT();
  const client = useQueryClient();
  const detach = useMutation({
    mutationFn: () => api.delete(`/print-jobs/${id}/print-file`, { version }),
    onSettled: () => client.invalidateQueries({ queryKey: [queryKeys.printJobs] }),
  });
  return (
    <div className="stack-tight">
      {detach.error && <ProblemNotice error={detach.error} />}
      <div>
        <Button tone="quiet" onPress={() => detach.mutate()} isPending={detach.isPending}>
          {t('printFile.detach')}
        </Button>
      </div>
    </div>
  );
}
