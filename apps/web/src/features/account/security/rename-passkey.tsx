import { useState } from 'react';
import { Form } from 'react-aria-components/Form';
import type { Passkey } from '#libs/contracts';
import { api } from '../../../shared/api/client.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { Button } from '../../../shared/ui/button.js';
import { Dialog } from '../../../shared/ui/dialog.js';
import { ProblemNotice } from '../../../shared/ui/problem-notice.js';
import { TextField } from '../../../shared/ui/text-field.js';
import { useSecondFactorChange } from './use-second-factors.js';

export function RenamePasskey({ passkey, onClose }: { passkey: Passkey; onClose: () => void }) {
  const t = useT();
  const [name, setName] = useState(passkey.name);
  const change = useSecondFactorChange((wanted: string) =>
    api.patch<Passkey>(`/me/second-factors/passkeys/${passkey.id}`, { name: wanted }),
  );
  return (
    <Dialog title={t('passkeys.askRename')} onClose={onClose}>
      <Form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate(name.trim(), { onSuccess: onClose });
        }}
      >
        <TextField label={t('passkeys.name')} value={name} onChange={setName} isRequired autoFocus maxLength={60} />
        {change.error && <ProblemNotice error={change.error} />}
        <div className="button-row">
          <Button type="submit" tone="primary" isPending={change.isPending}>
            {t('passkeys.save')}
          </Button>
          <Button onPress={onClose}>{t('dialog.back')}</Button>
        </div>
      </Form>
    </Dialog>
  );
}
