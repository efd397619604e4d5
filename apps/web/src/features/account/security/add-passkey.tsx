import { startRegistration, type PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/browser';
import { useState } from 'react';
import { Form } from 'react-aria-components/Form';
import type { Passkey } from '#libs/contracts';
import { api } from '../../../shared/api/client.js';
import { PasskeyProblem } from '../../../shared/auth/passkey-problem.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { Button } from '../../../shared/ui/button.js';
import { TextField } from '../../../shared/ui/text-field.js';
import { useSecondFactorChange } from './use-second-factors.js';

const path = '/me/second-factors/passkeys';

async function enrol(name: string): Promise<Passkey> {
  const optionsJSON = await api.post<PublicKeyCredentialCreationOptionsJSON>(`${path}/options`);
  return api.post<Passkey>(path, { name, credential: await startRegistration({ optionsJSON }) });
}

export function AddPasskey() {
  const t = useT();
  const [name, setName] = useState('');
  const enrolment = useSecondFactorChange(enrol);
  return (
    <Form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        enrolment.mutate(name.trim(), { onSuccess: () => setName('') });
      }}
    >
      <TextField
        label={t('passkeys.name')}
        hint={t('passkeys.nameHint')}
        autoComplete="off"
        isRequired
        maxLength={60}
        value={name}
        onChange={setName}
      />
      {enrolment.error && <PasskeyProblem error={enrolment.error} />}
      <div>
        <Button type="submit" isPending={enrolment.isPending}>
          {t('passkeys.add')}
        </Button>
      </div>
    </Form>
  );
}
