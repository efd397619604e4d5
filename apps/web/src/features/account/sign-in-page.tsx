import { useLocation, useSearchParams } from 'wouter';
import type { Me } from '#libs/contracts';
import { SignInForm } from '../../shared/auth/sign-in-form.js';
import { useT } from '../../shared/i18n/use-t.js';
import { Notice } from '../../shared/ui/notice.js';
import { Page } from '../../shared/ui/page.js';
import { safeNext } from './safe-next.js';
import { signInProblemKey } from './sign-in-problem-key.js';
import './account.css';

export function SignInPage() {
  const t = useT();
  const [, navigate] = useLocation();
  const [search] = useSearchParams();
  const problem = search.get('problem');
  const next = safeNext(search.get('next'));
  const goOn = (me: Me) =>
    navigate(me.mustSetUpSecondFactor ? `/account/secure?next=${encodeURIComponent(next)}` : next);
  return (
    <Page title={t('signIn.title')} lead={t('signIn.lead')}>
      <div className="card stack account-card">
        {problem !== null && <Notice tone="error" title={t(signInProblemKey(problem))} />}
        <SignInForm onSignedIn={goOn} />
      </div>
    </Page>
  );
}
