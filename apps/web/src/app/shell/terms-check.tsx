import { lazy, Suspense } from 'react';
import { useMe } from '../../shared/api/use-me.js';
import { useConsents } from '../../shared/terms/use-consents.js';

const TermsBanner = lazy(() => import('./terms-banner.js'));

/** Asks for the new terms only those who have agreed to older ones; nothing waits for the answer. */
export function TermsCheck() {
  const me = useMe().data;
  const consents = useConsents(me?.id).data;
  if (!me || consents === undefined || consents.isCurrent) return null;
  return (
    <Suspense fallback={null}>
      <TermsBanner accountId={me.id} version={consents.currentVersion} />
    </Suspense>
  );
}
