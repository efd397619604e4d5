import { useState } from 'react';
import type { Fault } from '#libs/contracts';
import { useT } from '../../../shared/i18n/use-t.js';
import { FormDialog } from '../../../shared/ui/form-dialog.js';
import { Notice } from '../../../shared/ui/notice.js';
import { TextField } from '../../../shared/ui/text-field.js';
import { useFaultAct, useImpact } from './use-faults.js';

interface Props {
  hub: string;
  fault: Fault;
  onClose: () => void;
}

/** Out of order until somebody says that it works; what that does to bookings is told before. */
export function PutOutDialog({ hub, fault, onClose }: Props) {
  const t = useT();
  const [reason, setReason] = useState(fault.text ?? '');
  const act = useFaultAct(hub, fault);
  const { data: impact } = useImpact(hub, fault.resource.slug);
  return (
    <FormDialog
      title={t('faults.putOutTitle', { name: fault.resource.name })}
      action={t('faults.putOut')}
      danger
      isPending={act.isPending}
      error={act.error}
      onSubmit={() => act.mutate({ kind: 'put-out', reason: reason.trim() }, { onSuccess: onClose })}
      onClose={onClose}
    >
      {impact && (
        <Notice tone={impact.cancelled.length > 0 ? 'warning' : 'info'}>
          <p>{t('faults.cancelled', { count: impact.cancelled.length })}</p>
          {impact.moved.length > 0 && <p>{t('faults.moved', { count: impact.moved.length })}</p>}
          {fault.resource.category === 'printer' && <p>{t('faults.printGoesOn')}</p>}
        </Notice>
      )}
      <TextField
        label={t('filament.reason')}
        hint={t('faults.reasonHint')}
        isRequired
        autoFocus
        maxLength={500}
        value={reason}
        onChange={setReason}
      />
    </FormDialog>
  );
}
