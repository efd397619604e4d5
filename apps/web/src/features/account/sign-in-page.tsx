import { useLocation, useSearchParams } from 'wouter';
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
  return (
    <Page title={t('signIn.title')} lead={t('signIn.lead')}>
      <div className="card stack account-card">
        {problem !== null && <Notice tone="error" title={t(signInProblemKey(problem))} />}
        <SignInForm onSignedIn={() => navigate(safeNext(search.get('next')))} />
      </div>
    </Page>
  );
}
