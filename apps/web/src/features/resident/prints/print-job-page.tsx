import { useDeferredValue, useState } from 'react';
import type { PrintJob, PrintJobState } from '#libs/contracts';
import { useHubZone } from '../../../shared/api/use-hubs.js';
import { useLive } from '../../../shared/api/use-live.js';
import { useMe } from '../../../shared/api/use-me.js';
import { RequireSignIn } from '../../../shared/auth/require-sign-in.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { PrintFindings } from '../../../shared/prints/print-findings.js';
import { HistoryList } from '../../../shared/prints/history/history-list.js';
import { PrintLooks } from '../../../shared/prints/print-looks.js';
import { PrintNumbers } from '../../../shared/prints/print-numbers.js';
import { Thumbnail } from '../../../shared/prints/thumbnail.js';
import { Camera } from '../../../shared/printers/camera/camera.js';
import { Button, ButtonLink } from '../../../shared/ui/button.js';
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog.js';
import { Page } from '../../../shared/ui/page.js';
import { QueryView } from '../../../shared/ui/query-view.js';
import { ReplaceFile } from './replace-file.js';
import { PrintSteps } from './print-steps.js';
import { PauseButton } from './pause-button.js';
import { PrintStatus } from './print-status.js';
import { usePrintCommand } from './use-print-command.js';
import { usePrintJob } from './use-print-job.js';
import './prints.css';

export default function PrintJobPage({ id }: { id: string }) {
  const t = useT();
  const job = usePrintJob(id);
  const me = useMe();
  // A long name takes a line more: it comes in the same moment as what is below it.
  const name = useDeferredValue(me.data && job.data?.fileName);
  useLive(['queue', 'printers']);
  return (
    <Page title={name ?? t('print.title')} aside={<ButtonLink href="/prints">{t('nav.prints')}</ButtonLink>}>
      <RequireSignIn reason={t('prints.signInReason')}>
        {() => <QueryView query={job}>{(data) => <Details job={data} />}</QueryView>}
      </RequireSignIn>
    </Page>
  );
}

function Details({ job }: { job: PrintJob }) {
  const timeZone = useHubZone(job.hub);
  return (
    <>
      <PrintSteps state={job.status} />
      <section className="card print-details">
        <Thumbnail job={job} />
        <div className="stack">
          <PrintStatus job={job} />
          {job.hasCamera && job.printer && <Camera printer={job.printer} timeZone={timeZone} />}
          {job.analysis && <PrintNumbers analysis={job.analysis} />}
          {job.analysis && <PrintFindings findings={job.analysis.findings} />}
          <PrintLooks job={job} />
          {replaceable.includes(job.status) && <ReplaceFile job={job} />}
          <HistoryList job={job} />
          {job.status === 'printing' && <PauseButton key="pause" job={job} command="pause" />}
          {job.status === 'paused' && <PauseButton key="resume" job={job} command="resume" />}
          {cancellable.includes(job.status) && <CancelButton job={job} />}
        </div>
      </section>
    </>
  );
}

/** Nobody has approved it yet. */
const replaceable: readonly PrintJobState[] = ['needs_changes', 'awaiting_review'];

const cancellable: readonly PrintJobState[] = [
  'uploaded',
  'analysing',
  'awaiting_review',
  'needs_changes',
  'queued',
  'printing',
  'paused',
  'attention',
];

function CancelButton({ job }: { job: PrintJob }) {
  const t = useT();
  const [asking, setAsking] = useState(false);
  const cancel = usePrintCommand('cancel');
  return (
    <div>
      <Button tone="danger" onPress={() => setAsking(true)}>
        {t('print.cancel')}
      </Button>
      {asking && (
        <ConfirmDialog
          title={t('print.cancelTitle')}
          action={t('print.cancelConfirm')}
          danger
          isPending={cancel.isPending}
          error={cancel.error}
          onConfirm={() => cancel.mutate(job.id, { onSuccess: () => setAsking(false) })}
          onClose={() => setAsking(false)}
        >
          <p>{job.fileName}</p>
        </ConfirmDialog>
      )}
    </div>
  );
}
