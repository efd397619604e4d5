import { useState } from 'react';
import type { Fault } from '#libs/contracts';
import { useT } from '../../../shared/i18n/use-t.js';
import { FormDialog } from '../../../shared/ui/form-dialog.js';
import { TextField } from '../../../shared/ui/text-field.js';
import { useFaultAct } from './use-faults.js';

interface Props {
  hub: string;
  fault: Fault;
  onClose: () => void;
}

/** The report leaves the shift's page; what was done about it stays in the books. */
export function CloseFaultDialog({ hub, fault, onClose }: Props) {
  const t = useT();
  const [done, setDone] = useState('');
  const act = useFaultAct(hub, fault);
  return (
    <FormDialog
      title={t('faults.closeTitle', { name: fault.resource.name })}
      action={t('faults.close')}
      isPending={act.isPending}
      error={act.error}
      onSubmit={() => act.mutate({ kind: 'close', done: done.trim() }, { onSuccess: onClose })}
      onClose={onClose}
    >
      {fault.text && <p>{fault.text}</p>}
      <TextField
        label={t('faults.done')}
        hint={t('faults.doneHint')}
        multiline
        isRequired
        autoFocus
        maxLength={500}
        value={done}
        onChange={setDone}
      />
      {fault.resource.isOutOfOrder && <p className="soft">{t('faults.stillOut')}</p>}
    </FormDialog>
  );
}
