import { useState } from 'react';
import type { SecondFactors, TotpSecret } from '#libs/contracts';
import { api } from '../../../shared/api/client.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { Button } from '../../../shared/ui/button.js';
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog.js';
import { ProblemNotice } from '../../../shared/ui/problem-notice.js';
import { SetUpTotp } from './set-up-totp.js';
import { useDate } from './use-date.js';
import { useSecondFactorChange } from './use-second-factors.js';

export function AuthenticatorApp({ totp }: Pick<SecondFactors, 'totp'>) {
  const t = useT();
  const date = useDate();
  const [secret, setSecret] = useState<TotpSecret | null>(null);
  const [isLeaving, setIsLeaving] = useState(false);
  const beginning = useSecondFactorChange(() => api.post<TotpSecret>('/me/second-factors/totp'));
  return (
    <section className="stack security-part" aria-labelledby="totp-title">
      <h3 id="totp-title">{t('totp.title')}</h3>
      <p>{t('totp.text')}</p>
      {totp && <p>{t('totp.inUse', { day: date(totp.confirmedAt) })}</p>}
      {beginning.error && <ProblemNotice error={beginning.error} />}
      {secret && <SetUpTotp secret={secret} onDone={() => setSecret(null)} />}
      {!secret && (
        <div className="button-row">
          <Button onPress={() => beginning.mutate(undefined, { onSuccess: setSecret })} isPending={beginning.isPending}>
            {t(totp ? 'totp.replace' : 'totp.begin')}
          </Button>
          {totp && (
            <Button tone="quiet" onPress={() => setIsLeaving(true)}>
              {t('totp.remove')}
            </Button>
          )}
        </div>
      )}
      {isLeaving && <RemoveTotp onClose={() => setIsLeaving(false)} />}
    </section>
  );
}

function RemoveTotp({ onClose }: { onClose: () => void }) {
  const t = useT();
  const removal = useSecondFactorChange(() => api.delete('/me/second-factors/totp'));
  return (
    <ConfirmDialog
      title={t('totp.askRemove')}
      action={t('security.confirmRemove')}
      danger
      isPending={removal.isPending}
      error={removal.error}
      onConfirm={() => removal.mutate(undefined, { onSuccess: onClose })}
      onClose={onClose}
    >
      <p>{t('totp.removeText')}</p>
    </ConfirmDialog>
  );
}
