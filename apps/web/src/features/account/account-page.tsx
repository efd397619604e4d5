import { lazy, Suspense, type ReactNode } from 'react';
import { RequireSignIn } from '../../shared/auth/require-sign-in.js';
import { useT } from '../../shared/i18n/use-t.js';
import { Page } from '../../shared/ui/page.js';
import { Placeholders } from '../../shared/ui/placeholders.js';
import { Together } from '../../shared/ui/together.js';
import { useGuardianConsent } from './guardian/use-guardian-consent.js';
import { PrivacySection } from './privacy/privacy-section.js';
import { useProfile } from './profile/use-profile.js';
import { useSecondFactors } from './security/use-second-factors.js';
import { useSessions } from './sessions/use-sessions.js';
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
            <Suspense fallback={<Placeholders count={4} />}>
              <Sections accountId={me.id}>
                <ProfileSection />
                <GuardianSection />
                <SecuritySection me={me} />
                <SessionsSection accountId={me.id} />
                <PrivacySection />
              </Sections>
            </Suspense>
          </div>
        )}
      </RequireSignIn>
    </Page>
  );
}

/** All that the sections ask for. */
function Sections({ accountId, children }: { accountId: string; children: ReactNode }) {
  const queries = [useProfile(), useGuardianConsent(), useSecondFactors(), useSessions(accountId)];
  return <Together queries={queries}>{children}</Together>;
}
