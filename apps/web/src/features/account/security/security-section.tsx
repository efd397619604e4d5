import type { Me } from '#libs/contracts';
import { useT } from '../../../shared/i18n/use-t.js';
import { Notice } from '../../../shared/ui/notice.js';
import { QueryView } from '../../../shared/ui/query-view.js';
import { AuthenticatorApp } from './authenticator-app.js';
import { Passkeys } from './passkeys.js';
import { RecoveryCodes } from './recovery-codes.js';
import { useSecondFactors } from './use-second-factors.js';
import './security.css';

/** Everything that makes signing in safer than the code from the mail alone. */
export default function SecuritySection({ me }: { me: Me }) {
  const t = useT();
  const factors = useSecondFactors();
  return (
    <section className="card stack account-card security" aria-labelledby="security-title">
      <h2 id="security-title">{t('security.title')}</h2>
      <p>{t('security.lead')}</p>
      {me.mustSetUpSecondFactor && <Notice tone="warning" title={t('security.mustSetUp')} />}
      <QueryView query={factors}>
        {({ passkeys, passkeysPossible, totp, recoveryCodesLeft }) => (
          <>
            <Passkeys passkeys={passkeys} isPossible={passkeysPossible} />
            <AuthenticatorApp totp={totp} />
            <RecoveryCodes left={recoveryCodesLeft} isPossible={passkeys.length > 0 || totp !== null} />
          </>
        )}
      </QueryView>
    </section>
  );
}
