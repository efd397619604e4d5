import { useState } from 'react';
import { Form } from 'react-aria-components/Form';
import type { Me, TotpSecret } from '#libs/contracts';
import { api } from '../../../shared/api/client.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { Button } from '../../../shared/ui/button.js';
import { Facts } from '../../../shared/ui/facts.js';
import { ProblemNotice } from '../../../shared/ui/problem-notice.js';
import { TextField } from '../../../shared/ui/text-field.js';
import { QrCode } from '../../../shared/ui/qr-code.js';
import { useSecondFactorChange } from './use-second-factors.js';

interface Props {
  secret: TotpSecret;
  onDone: () => void;
}

/** Hands the secret to the app; it counts only after the app has shown a code of it. */
export function SetUpTotp({ secret: { secret, uri }, onDone }: Props) {
  const t = useT();
  const [code, setCode] = useState('');
  const confirmation = useSecondFactorChange((digits: string) =>
    api.post<Me>('/me/second-factors/totp/confirm', { code: digits }),
  );
  return (
    <Form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        confirmation.mutate(code.replaceAll(/\D/g, ''), { onSuccess: onDone });
      }}
    >
      <p>{t('totp.scan')}</p>
      <QrCode text={uri} label={t('totp.qr')} />
      <Facts facts={[{ label: t('totp.secret'), value: <code className="security-secret">{secret}</code> }]} />
      <TextField
        label={t('totp.code')}
        inputMode="numeric"
        autoComplete="one-time-code"
        isRequired
        maxLength={7}
        value={code}
        onChange={setCode}
      />
      {confirmation.error && <ProblemNotice error={confirmation.error} />}
      <div className="button-row">
        <Button type="submit" tone="primary" isPending={confirmation.isPending}>
          {t('totp.confirm')}
        </Button>
        <Button tone="quiet" onPress={onDone}>
          {t('totp.cancel')}
        </Button>
      </div>
    </Form>
  );
}
