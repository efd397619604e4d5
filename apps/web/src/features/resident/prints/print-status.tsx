import type { PrintJob } from '#libs/contracts';
import { useHubZone } from '../../../shared/api/use-hubs.js';
import { useFormats } from '../../../shared/i18n/use-formats.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { movedKey } from '../../../shared/prints/moved-key.js';
import { PrintStatePill } from '../../../shared/prints/print-state-pill.js';
import { PrintingProgress } from '../../../shared/prints/printing-progress.js';
import { Notice } from '../../../shared/ui/notice.js';
import { PickUpNotice } from './pick-up-notice.js';

/** What happens with a print now, in plain words, and what its owner may expect next. */
export function PrintStatus({ job }: { job: PrintJob }) {
  const t = useT();
  const formats = useFormats(useHubZone(job.hub));
  const { estimate, progress, reviewReason, refusal } = job;
  // The file is known to be a model as soon as it is being sliced.
  const sentence = job.status === 'analysing' && job.model && !job.printFile ? 'slicing' : job.status;
  const isMoving = ['printing', 'paused', 'attention'].includes(job.status);
  return (
    <div className="stack">
      <div className="stack-tight" role="status">
        <div>
          <PrintStatePill state={job.status} />
        </div>
        <p className="print-sentence">{t(`printSentence.${sentence}`)}</p>
      </div>
      {refusal && (
        <Notice tone={job.status === 'awaiting_review' ? 'info' : 'error'} title={refusal.text} live={false} />
      )}
      {reviewReason && ['needs_changes', 'rejected'].includes(job.status) && (
        <Notice tone="warning" title={t('print.staffSays')} live={false}>
          <p>{reviewReason}</p>
        </Notice>
      )}
      {job.pickUp && <PickUpNotice job={job} pickUp={job.pickUp} />}
      {job.status === 'queued' && (job.position ?? job.waitingReason ?? estimate) !== null && <Queued job={job} />}
      {isMoving && progress !== null && (
        <PrintingProgress label={t('print.progress')} share={progress} endsAt={estimate?.endsAt ?? null} />
      )}
      {estimate && (job.status === 'queued' || isMoving) && (
        <p>
          <strong>{t('estimate.readyBetween', { when: formats.between(estimate.endsBetween) })}</strong>
        </p>
      )}
    </div>
  );
}

function Queued({ job }: { job: PrintJob }) {
  const t = useT();
  const formats = useFormats(useHubZone(job.hub));
  return (
    <Notice
      tone="info"
      live={false}
      {...(job.position === null ? {} : { title: t('print.position', { position: job.position }) })}
    >
      {job.waitingReason && <p>{t(`waiting.${job.waitingReason}`)}</p>}
      {job.queueMove && <p>{t(movedKey(job.queueMove), { reason: job.queueMove.reason })}</p>}
      {job.estimate && <p>{t('estimate.startsBetween', { when: formats.between(job.estimate.startsBetween) })}</p>}
    </Notice>
  );
}
