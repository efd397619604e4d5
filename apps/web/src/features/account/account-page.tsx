import { lazy, Suspense, useEffect, type ReactNode } from 'react';
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

const load = {
  profile: () => import('./profile/profile-section.js'),
  guardian: () => import('./guardian/guardian-section.js'),
  security: () => import('./security/security-section.js'),
  sessions: () => import('./sessions/sessions-section.js'),
};
const ProfileSection = lazy(load.profile);
const GuardianSection = lazy(load.guardian);
const SecuritySection = lazy(load.security);
const SessionsSection = lazy(load.sessions);

export function AccountPage() {
  const t = useT();
  // While the questions are answered, not after; not with the file itself, which whoever signs in loads as well.
  useEffect(() => {
    for (const part of Object.values(load)) part().catch(() => undefined);
  }, []);
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
