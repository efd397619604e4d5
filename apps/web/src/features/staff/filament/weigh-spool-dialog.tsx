import { useState } from 'react';
import { Form } from 'react-aria-components/Form';
import type { Spool } from '#libs/contracts';
import { useT } from '../../../shared/i18n/use-t.js';
import { Button } from '../../../shared/ui/button.js';
import { Dialog } from '../../../shared/ui/dialog.js';
import { ProblemNotice } from '../../../shared/ui/problem-notice.js';
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
    <Dialog title={t('filament.weighTitle', { number: spool.number })} onClose={onClose}>
      <Form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
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
        {act.error && <ProblemNotice error={act.error} />}
        <div className="button-row">
          <Button type="submit" tone="primary" isPending={act.isPending}>
            {t('devices.save')}
          </Button>
          <Button onPress={onClose}>{t('dialog.back')}</Button>
        </div>
      </Form>
    </Dialog>
  );
}
