import { useState } from 'react';
import type { PrintJob, Reorder } from '#libs/contracts';
import { useT } from '../../../shared/i18n/use-t.js';
import { ChoiceGroup } from '../../../shared/ui/choice-group.js';
import { FormDialog } from '../../../shared/ui/form-dialog.js';
import { TextField } from '../../../shared/ui/text-field.js';
import { useReorder } from './use-reorder.js';

interface Props {
  job: PrintJob;
  onMoved: () => void;
  onClose: () => void;
}

/** Where a waiting print is moved to, and why. */
export function MoveDialog({ job, onMoved, onClose }: Props) {
  const t = useT();
  const reorder = useReorder(job);
  const [to, setTo] = useState<Reorder['to']>('first');
  const [reason, setReason] = useState('');
  const wish = to === 'turn' ? { to } : { to, reason: reason.trim() };
  return (
    <FormDialog
      title={t('queue.move')}
      action={t('queue.move')}
      isPending={reorder.isPending}
      error={reorder.error}
      onSubmit={() => reorder.mutate(wish, { onSuccess: onMoved })}
      onClose={onClose}
    >
      <p>{job.fileName}</p>
      <ChoiceGroup
        label={t('queue.moveWhere')}
        value={to}
        onChange={setTo}
        choices={[
          { value: 'first', content: t('queue.toFirst') },
          { value: 'last', content: t('queue.toLast') },
          ...(job.queueMove ? [{ value: 'turn' as const, content: t('queue.toTurn') }] : []),
        ]}
      />
      {to === 'turn' ? (
        <p className="soft">{t('queue.turnText')}</p>
      ) : (
        <TextField
          label={t('review.reason')}
          hint={t('queue.moveReasonHint')}
          multiline
          isRequired
          maxLength={500}
          value={reason}
          onChange={setReason}
        />
      )}
    </FormDialog>
  );
}
