import { browserSupportsWebAuthn } from '@simplewebauthn/browser';
import { useState } from 'react';
import type { Passkey } from '#libs/contracts';
import { api } from '../../../shared/api/client.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog.js';
import { Notice } from '../../../shared/ui/notice.js';
import { AddPasskey } from './add-passkey.js';
import { PasskeyRow } from './passkey-row.js';
import { RenamePasskey } from './rename-passkey.js';
import { useSecondFactorChange } from './use-second-factors.js';

interface Props {
  passkeys: readonly Passkey[];
  /** Whether the hub's address allows them. */
  isPossible: boolean;
}

export function Passkeys({ passkeys, isPossible }: Props) {
  const t = useT();
  const [naming, setNaming] = useState<Passkey | null>(null);
  const [leaving, setLeaving] = useState<Passkey | null>(null);
  const [removals, setRemovals] = useState(0);
  return (
    <section className="stack security-part" aria-labelledby="passkeys-title">
      <div>
        <h3 id="passkeys-title">{t('passkeys.title')}</h3>
        <div role="status">{removals > 0 && <Notice tone="good" live={false} title={t('passkeys.removed')} />}</div>
      </div>
      <p>{t('passkeys.text')}</p>
      {passkeys.length > 0 && (
        <ul className="stack-tight">
          {passkeys.map((passkey) => (
            <PasskeyRow
              key={passkey.id}
              passkey={passkey}
              onRename={() => setNaming(passkey)}
              onRemove={() => setLeaving(passkey)}
            />
          ))}
        </ul>
      )}
      {!isPossible && <Notice tone="info" live={false} title={t('passkeys.impossible')} />}
      {isPossible && !browserSupportsWebAuthn() && (
        <Notice tone="info" live={false} title={t('passkeys.unsupported')} />
      )}
      {isPossible && browserSupportsWebAuthn() && <AddPasskey />}
      {naming && <RenamePasskey passkey={naming} onClose={() => setNaming(null)} />}
      {leaving && (
        <RemovePasskey
          passkey={leaving}
          onRemoved={() => setRemovals((count) => count + 1)}
          onClose={() => setLeaving(null)}
        />
      )}
    </section>
  );
}

interface RemoveProps {
  passkey: Passkey;
  onRemoved: () => void;
  onClose: () => void;
}

function RemovePasskey({ passkey: { id, name }, onRemoved, onClose }: RemoveProps) {
  const t = useT();
  const removed = () => {
    onClose();
    onRemoved();
  };
  const removal = useSecondFactorChange(() => api.delete(`/me/second-factors/passkeys/${id}`));
  return (
    <ConfirmDialog
      title={t('passkeys.askRemove', { name })}
      action={t('security.confirmRemove')}
      danger
      isPending={removal.isPending}
      error={removal.error}
      onConfirm={() => removal.mutate(undefined, { onSuccess: removed })}
      onClose={onClose}
    >
      <p>{t('passkeys.removeText')}</p>
    </ConfirmDialog>
  );
}
