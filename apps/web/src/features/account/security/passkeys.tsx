import { browserSupportsWebAuthn } from '@simplewebauthn/browser';
import { useState } from 'react';
import type { Passkey } from '#libs/contracts';
import { api } from '../../../shared/api/client.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { Button } from '../../../shared/ui/button.js';
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog.js';
import { Notice } from '../../../shared/ui/notice.js';
import { AddPasskey } from './add-passkey.js';
import { useDate } from './use-date.js';
import { useSecondFactorChange } from './use-second-factors.js';

interface Props {
  passkeys: readonly Passkey[];
  /** Whether the hub's address allows them. */
  isPossible: boolean;
}

export function Passkeys({ passkeys, isPossible }: Props) {
  const t = useT();
  const [leaving, setLeaving] = useState<Passkey | null>(null);
  return (
    <section className="stack security-part" aria-labelledby="passkeys-title">
      <h3 id="passkeys-title">{t('passkeys.title')}</h3>
      <p>{t('passkeys.text')}</p>
      {passkeys.length > 0 && (
        <ul className="stack-tight">
          {passkeys.map((passkey) => (
            <PasskeyRow key={passkey.id} passkey={passkey} onRemove={() => setLeaving(passkey)} />
          ))}
        </ul>
      )}
      {!isPossible && <Notice tone="info" live={false} title={t('passkeys.impossible')} />}
      {isPossible && !browserSupportsWebAuthn() && (
        <Notice tone="info" live={false} title={t('passkeys.unsupported')} />
      )}
      {isPossible && browserSupportsWebAuthn() && <AddPasskey />}
      {leaving && <RemovePasskey passkey={leaving} onClose={() => setLeaving(null)} />}
    </section>
  );
}

function PasskeyRow({ passkey, onRemove }: { passkey: Passkey; onRemove: () => void }) {
  const t = useT();
  const date = useDate();
  const { name, createdAt, lastUsedAt } = passkey;
  return (
    <li className="spread security-row">
      <div>
        <p>
          <strong>{name}</strong>
        </p>
        <p className="soft">
          {lastUsedAt ? t('passkeys.used', { day: date(lastUsedAt) }) : t('passkeys.added', { day: date(createdAt) })}
        </p>
      </div>
      <Button tone="quiet" onPress={onRemove}>
        {t('passkeys.remove', { name })}
      </Button>
    </li>
  );
}

function RemovePasskey({ passkey: { id, name }, onClose }: { passkey: Passkey; onClose: () => void }) {
  const t = useT();
  const removal = useSecondFactorChange(() => api.delete(`/me/second-factors/passkeys/${id}`));
  return (
    <ConfirmDialog
      title={t('passkeys.askRemove', { name })}
      action={t('security.confirmRemove')}
      danger
      isPending={removal.isPending}
      error={removal.error}
      onConfirm={() => removal.mutate(undefined, { onSuccess: onClose })}
      onClose={onClose}
    >
      <p>{t('passkeys.removeText')}</p>
    </ConfirmDialog>
  );
}
