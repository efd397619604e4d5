import { browserSupportsWebAuthn } from '@simplewebauthn/browser';
import { useState } from 'react';
import type { Me, SecondFactorMethod } from '#libs/contracts';
import { useT } from '../i18n/use-t.js';
import { Button } from '../ui/button.js';
import { Notice } from '../ui/notice.js';
import { SecondFactorCode } from './second-factor-code.js';
import { SecondFactorPasskey } from './second-factor-passkey.js';
import { useSignOut } from './use-sign-out.js';

interface Props {
  me: Me;
  onSignedIn: (me: Me) => void;
  onStopped: () => void;
}

/** Asks for one of the second factors that this person has; the easiest first, the others one press away. */
export default function SecondStep({ me, onSignedIn, onStopped }: Props) {
  const t = useT();
  const methods = me.methods.filter((method) => method !== 'passkey' || browserSupportsWebAuthn());
  const [chosen, setChosen] = useState<SecondFactorMethod | undefined>(methods[0]);
  const signOut = useSignOut();
  const stop = () => {
    onStopped();
    signOut.mutate();
  };
  const others = methods.filter((method) => method !== chosen);
  return (
    <section className="stack" aria-label={t('secondStep.title')}>
      <p className="notice-title" role="status">
        {t('secondStep.title')}
      </p>
      {chosen === undefined && <Notice tone="warning" title={t('secondStep.none')} />}
      {chosen === 'passkey' && <SecondFactorPasskey onSignedIn={onSignedIn} />}
      {(chosen === 'totp' || chosen === 'recovery') && (
        <SecondFactorCode key={chosen} method={chosen} onSignedIn={onSignedIn} />
      )}
      <div className="button-row">
        {others.map((method) => (
          <Button key={method} onPress={() => setChosen(method)}>
            {t(`secondStep.other.${method}`)}
          </Button>
        ))}
        <Button tone="quiet" onPress={stop} isPending={signOut.isPending}>
          {t('secondStep.stop')}
        </Button>
      </div>
    </section>
  );
}
