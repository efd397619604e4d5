import { useState } from 'react';
import type { PrintJob } from '#libs/contracts';
import { useFormats } from '../../../shared/i18n/use-formats.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { PrintFindings } from '../../../shared/prints/print-findings.js';
import { PrintLooks } from '../../../shared/prints/print-looks.js';
import { PrintNumbers } from '../../../shared/prints/print-numbers.js';
import { Thumbnail } from '../../../shared/prints/thumbnail.js';
import { isProblem } from '../../../shared/api/problem.js';
import { Notice } from '../../../shared/ui/notice.js';
import { Button } from '../../../shared/ui/button.js';
import { ProblemNotice } from '../../../shared/ui/problem-notice.js';
import { PrintFile } from './print-file.js';
import { useReview } from './use-review.js';
import { VerdictDialog } from './verdict-dialog.js';

interface Props {
  job: PrintJob;
  timeZone: string;
}

export function ReviewCard({ job, timeZone }: Props) {
  const t = useT();
  const formats = useFormats(timeZone);
  const [asking, setAsking] = useState<'request-changes' | 'reject' | null>(null);
  const approve = useReview(job);
  const name = <span className="visually-hidden">{job.fileName}</span>;
  return (
    <li className="card stack">
      <div className="review-head">
        <Thumbnail job={job} />
        <div className="stack-tight">
          <h3>{job.fileName}</h3>
          <p className="soft">
            {[job.person?.displayName, formats.dayTime(job.createdAt)].filter(Boolean).join(' · ')}
          </p>
          {job.fileVersion > 1 && <p className="soft">{t('review.version', { version: job.fileVersion })}</p>}
          {job.reviewReason && <p>{t('review.askedBefore', { reason: job.reviewReason })}</p>}
          {job.material && <p>{t('review.wantsMaterial', { material: job.material })}</p>}
          {job.note && <p className="review-note">{job.note}</p>}
        </div>
      </div>
      {job.refusal && job.refusal.code !== 'print.needs_slicing' && (
        <Notice tone="warning" title={job.refusal.text} live={false} />
      )}
      {job.analysis && <PrintNumbers analysis={job.analysis} full />}
      {job.analysis && <PrintFindings findings={job.analysis.findings} />}
      <PrintLooks job={job} />
      <PrintFile job={job} />
      {approve.error &&
        (isProblem(approve.error, 412) ? (
          <Notice tone="warning" title={t('review.changed')} />
        ) : (
          <ProblemNotice error={approve.error} />
        ))}
      <div className="button-row">
        <Button tone="primary" onPress={() => approve.mutate({ kind: 'approve' })} isPending={approve.isPending}>
          {t('review.approve')}
          {name}
        </Button>
        <Button onPress={() => setAsking('request-changes')}>
          {t('review.requestChanges')}
          {name}
        </Button>
        <Button tone="danger" onPress={() => setAsking('reject')}>
          {t('review.reject')}
          {name}
        </Button>
      </div>
      {asking && <VerdictDialog job={job} kind={asking} onClose={() => setAsking(null)} />}
    </li>
  );
}
