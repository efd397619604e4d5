import { useState } from 'react';
import type { RecoveryCodes as Codes } from '#libs/contracts';
import { api } from '../../../shared/api/client.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { Button } from '../../../shared/ui/button.js';
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog.js';
import { ProblemNotice } from '../../../shared/ui/problem-notice.js';
import { NewRecoveryCodes } from './new-recovery-codes.js';
import { useSecondFactorChange } from './use-second-factors.js';

interface Props {
  /** How many have not been used. */
  left: number;
  /** Whether there is a second factor that they stand in for. */
  isPossible: boolean;
}

export function RecoveryCodes({ left, isPossible }: Props) {
  const t = useT();
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const [isAsking, setIsAsking] = useState(false);
  const creation = useSecondFactorChange(() => api.post<Codes>('/me/second-factors/recovery-codes'));
  const create = () =>
    creation.mutate(undefined, {
      onSuccess: (created) => {
        setCodes(created.codes);
        setIsAsking(false);
      },
    });
  return (
    <section className="stack security-part" aria-labelledby="recovery-title">
      <h3 id="recovery-title">{t('recovery.title')}</h3>
      <p>{t('recovery.text')}</p>
      <p>{isPossible ? t('recovery.left', { count: left }) : t('recovery.first')}</p>
      {codes && <NewRecoveryCodes codes={codes} onDone={() => setCodes(null)} />}
      {!codes && isPossible && (
        <div>
          <Button onPress={() => (left > 0 ? setIsAsking(true) : create())} isPending={creation.isPending}>
            {t(left > 0 ? 'recovery.again' : 'recovery.create')}
          </Button>
        </div>
      )}
      {creation.error && !isAsking && <ProblemNotice error={creation.error} />}
      {isAsking && (
        <ConfirmDialog
          title={t('recovery.askAgain')}
          action={t('recovery.again')}
          isPending={creation.isPending}
          error={creation.error}
          onConfirm={create}
          onClose={() => setIsAsking(false)}
        >
          <p>{t('recovery.againText')}</p>
        </ConfirmDialog>
      )}
    </section>
  );
}
