import type { PrintJob } from '#libs/contracts';
import { useT } from '../../../shared/i18n/use-t.js';
import { ReasonDialog } from '../reason-dialog.js';
import { useReview } from './use-review.js';

interface Props {
  job: PrintJob;
  kind: 'request-changes' | 'reject';
  onClose: () => void;
}

export function VerdictDialog({ job, kind, onClose }: Props) {
  const t = useT();
  const review = useReview(job);
  const isReject = kind === 'reject';
  return (
    <ReasonDialog
      title={t(isReject ? 'review.rejectTitle' : 'review.requestChangesTitle')}
      subject={job.fileName}
      hint={t('review.reasonHint')}
      action={t(isReject ? 'review.reject' : 'review.requestChanges')}
      danger={isReject}
      maxLength={1000}
      isPending={review.isPending}
      error={review.error}
      onReason={(reason) => review.mutate({ kind, reason }, { onSuccess: onClose })}
      onClose={onClose}
    />
  );
}
