import { useState } from 'react';
import { Form } from 'react-aria-components/Form';
import type { PrintJob } from '#libs/contracts';
import { useT } from '../../../shared/i18n/use-t.js';
import { Button } from '../../../shared/ui/button.js';
import { Dialog } from '../../../shared/ui/dialog.js';
import { ProblemNotice } from '../../../shared/ui/problem-notice.js';
import { TextField } from '../../../shared/ui/text-field.js';
import { useReview } from './use-review.js';

interface Props {
  job: PrintJob;
  kind: 'request-changes' | 'reject';
  onClose: () => void;
}

/** A refusal always carries its reason: the owner reads it word for word. */
export function ReasonDialog({ job, kind, onClose }: Props) {
  const t = useT();
  const [reason, setReason] = useState('');
  const review = useReview(job.id);
  const isReject = kind === 'reject';
  return (
    <Dialog title={t(isReject ? 'review.rejectTitle' : 'review.requestChangesTitle')} onClose={onClose}>
      <p>{job.fileName}</p>
      <Form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          review.mutate({ kind, reason: reason.trim() }, { onSuccess: onClose });
        }}
      >
        <TextField
          label={t('review.reason')}
          hint={t('review.reasonHint')}
          multiline
          isRequired
          autoFocus
          maxLength={1000}
          value={reason}
          onChange={setReason}
        />
        {review.error && <ProblemNotice error={review.error} />}
        <div className="button-row">
          <Button type="submit" tone={isReject ? 'danger' : 'primary'} isPending={review.isPending}>
            {t(isReject ? 'review.reject' : 'review.requestChanges')}
          </Button>
          <Button onPress={onClose}>{t('dialog.back')}</Button>
        </div>
      </Form>
    </Dialog>
  );
}
