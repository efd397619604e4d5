import { useState } from 'react';
import { Form } from 'react-aria-components/Form';
import type { Me } from '#libs/contracts';
import { useT } from '../i18n/use-t.js';
import { Button } from '../ui/button.js';
import { ProblemNotice } from '../ui/problem-notice.js';
import { TextField } from '../ui/text-field.js';
import { useSecondStep } from './use-second-step.js';

interface Props {
  method: 'totp' | 'recovery';
  onSignedIn: (me: Me) => void;
}

/** A code from the authenticator app, or one of the recovery codes. */
export function SecondFactorCode({ method, onSignedIn }: Props) {
  const t = useT();
  const [code, setCode] = useState('');
  const step = useSecondStep(onSignedIn);
  const isTotp = method === 'totp';
  return (
    <Form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        step.mutate({ method, code: isTotp ? code.replaceAll(/\D/g, '') : code.trim() });
      }}
    >
      <TextField
        label={t(isTotp ? 'secondStep.totp' : 'secondStep.recovery')}
        hint={t(isTotp ? 'secondStep.totpHint' : 'secondStep.recoveryHint')}
        inputMode={isTotp ? 'numeric' : 'text'}
        autoComplete={isTotp ? 'one-time-code' : 'off'}
        autoFocus
        isRequired
        maxLength={isTotp ? 7 : 20}
        value={code}
        onChange={setCode}
      />
      {step.error && <ProblemNotice error={step.error} />}
      <div>
        <Button type="submit" tone="primary" isPending={step.isPending}>
          {t('secondStep.submit')}
        </Button>
      </div>
    </Form>
  );
}
