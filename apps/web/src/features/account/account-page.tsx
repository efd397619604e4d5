import { lazy, Suspense } from 'react';
import { RequireSignIn } from '../../shared/auth/require-sign-in.js';
import { useT } from '../../shared/i18n/use-t.js';
import { Page } from '../../shared/ui/page.js';
import { PrivacySection } from './privacy/privacy-section.js';
import './account.css';

const ProfileSection = lazy(() => import('./profile/profile-section.js'));
const GuardianSection = lazy(() => import('./guardian/guardian-section.js'));
const SecuritySection = lazy(() => import('./security/security-section.js'));
const SessionsSection = lazy(() => import('./sessions/sessions-section.js'));

export function AccountPage() {
  const t = useT();
  return (
    <Page title={t('account.title')}>
      <RequireSignIn reason={t('account.signInReason')}>
        {(me) => (
          <div className="stack">
            <Suspense>
              <ProfileSection />
              <GuardianSection />
              <SecuritySection me={me} />
              <SessionsSection accountId={me.id} />
            </Suspense>
            <PrivacySection />
          </div>
        )}
      </RequireSignIn>
    </Page>
  );
}
