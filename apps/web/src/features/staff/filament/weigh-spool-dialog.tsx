import { useState } from 'react';
import type { Spool } from '#libs/contracts';
import { useT } from '../../../shared/i18n/use-t.js';
import { FormDialog } from '../../../shared/ui/form-dialog.js';
import { TextField } from '../../../shared/ui/text-field.js';
import { readGrams } from './read-grams.js';
import { useSpoolAct } from './use-filament.js';

interface Props {
  spool: Spool;
  onClose: () => void;
}

export function WeighSpoolDialog({ spool, onClose }: Props) {
  const t = useT();
  const [grams, setGrams] = useState('');
  const [reason, setReason] = useState(t('filament.weighed'));
  const [isMissing, setMissing] = useState(false);
  const act = useSpoolAct(spool);
  const save = () => {
    const remainingGrams = readGrams(grams);
    setMissing(remainingGrams === undefined);
    if (remainingGrams === undefined) return;
    act.mutate({ kind: 'weigh', body: { remainingGrams, reason: reason.trim() } }, { onSuccess: onClose });
  };
  return (
    <FormDialog
      title={t('filament.weighTitle', { number: spool.number })}
      action={t('devices.save')}
      isPending={act.isPending}
      error={act.error}
      onSubmit={save}
      onClose={onClose}
    >
      <TextField
        label={t('filament.remaining')}
        hint={t('filament.remainingHint')}
        value={grams}
        onChange={setGrams}
        inputMode="decimal"
        isRequired
        autoFocus
        fault={isMissing ? t('filament.gramsFault') : undefined}
      />
      <TextField label={t('filament.reason')} value={reason} onChange={setReason} isRequired maxLength={200} />
    </FormDialog>
  );
}
