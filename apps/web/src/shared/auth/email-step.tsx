import { useState } from 'react';
import { Form } from 'react-aria-components/Form';
import { useT } from '../i18n/use-t.js';
import { Button } from '../ui/button.js';
import { ProblemNotice } from '../ui/problem-notice.js';
import { TextField } from '../ui/text-field.js';
import { ProviderButton } from './provider-button.js';
import { DemoAccounts } from './demo-accounts.js';
import { TermsSentence } from './terms-sentence.js';
import { useRequestCode, type SentCode } from './use-request-code.js';

export function EmailStep({ onCodeSent }: { onCodeSent: (sent: SentCode) => void }) {
  const t = useT();
  const [email, setEmail] = useState('');
  const requestCode = useRequestCode();
  const send = (address: string) => requestCode.mutate(address, { onSuccess: onCodeSent });
  return (
    <div className="stack">
      <Form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          send(email.trim());
        }}
      >
        <TextField
          label={t('signIn.email')}
          hint={t('signIn.emailHint')}
          type="email"
          name="email"
          autoComplete="email"
          isRequired
          value={email}
          onChange={setEmail}
        />
        <TermsSentence />
        {requestCode.error && <ProblemNotice error={requestCode.error} />}
        <div className="button-row">
          <Button type="submit" tone="primary" isPending={requestCode.isPending}>
            {t('signIn.sendCode')}
          </Button>
        </div>
      </Form>
      <ProviderButton />
      <DemoAccounts onPick={send} />
    </div>
  );
}
