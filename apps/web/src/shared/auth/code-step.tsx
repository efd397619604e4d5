import { useState } from 'react';
import { Form } from 'react-aria-components/Form';
import type { Me } from '#libs/contracts';
import { useT } from '../i18n/use-t.js';
import { Button } from '../ui/button.js';
import { Notice } from '../ui/notice.js';
import { ProblemNotice } from '../ui/problem-notice.js';
import { TextField } from '../ui/text-field.js';
import { DemoMailbox } from './demo-mailbox.js';
import type { SentCode } from './use-request-code.js';
import { useSignIn } from './use-sign-in.js';

interface Props {
  sent: SentCode;
  onSignedIn: (me: Me) => void;
  onOtherEmail: () => void;
}

export function CodeStep({ sent, onSignedIn, onOtherEmail }: Props) {
  const t = useT();
  const { email } = sent;
  const [code, setCode] = useState('');
  const signIn = useSignIn();
  const submit = (digits: string) =>
    signIn.mutate({ email, code: digits }, { onSuccess: (me) => !me.needsSecondFactor && onSignedIn(me) });
  return (
    <div className="stack">
      <Notice tone="info" title={t('signIn.codeSent', { email })} />
      <Form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          submit(code.replaceAll(/\D/g, ''));
        }}
      >
        <TextField
          label={t('signIn.code')}
          name="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          autoFocus
          isRequired
          maxLength={7}
          value={code}
          onChange={setCode}
        />
        {signIn.error && <ProblemNotice error={signIn.error} />}
        <div className="button-row">
          <Button type="submit" tone="primary" isPending={signIn.isPending}>
            {t('signIn.submit')}
          </Button>
          <Button tone="quiet" onPress={onOtherEmail}>
            {t('signIn.otherEmail')}
          </Button>
        </div>
      </Form>
      <DemoMailbox
        sent={sent}
        onCode={(digits) => {
          setCode(digits);
          submit(digits);
        }}
      />
    </div>
  );
}
