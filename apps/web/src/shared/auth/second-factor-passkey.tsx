import type { Me } from '#libs/contracts';
import { useT } from '../i18n/use-t.js';
import { Button } from '../ui/button.js';
import { PasskeyProblem } from './passkey-problem.js';
import { useSecondStep } from './use-second-step.js';

export function SecondFactorPasskey({ onSignedIn }: { onSignedIn: (me: Me) => void }) {
  const t = useT();
  const step = useSecondStep(onSignedIn);
  return (
    <div className="stack">
      <p>{t('secondStep.passkeyText')}</p>
      {step.error && <PasskeyProblem error={step.error} />}
      <div>
        <Button tone="primary" autoFocus onPress={() => step.mutate({ method: 'passkey' })} isPending={step.isPending}>
          {t('secondStep.usePasskey')}
        </Button>
      </div>
    </div>
  );
}
