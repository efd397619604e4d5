import { useEffect, useRef } from 'react';
import { useSearchParams } from 'wouter';
import { RequireSignIn } from '../../../shared/auth/require-sign-in.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { ButtonLink } from '../../../shared/ui/button.js';
import { Notice } from '../../../shared/ui/notice.js';
import { Page } from '../../../shared/ui/page.js';
import { safeNext } from '../safe-next.js';
import SecuritySection from './security-section.js';
import '../account.css';

/** Where somebody who works in a hub is led before work: to a second factor, and from there on. */
export default function SecurePage() {
  const t = useT();
  const [search] = useSearchParams();
  return (
    <Page title={t('secure.title')} lead={t('secure.lead')}>
      <RequireSignIn reason={t('staff.signInReason')}>
        {(me) => (
          <div className="stack">
            {me.methods.some((method) => method !== 'recovery') && <Secured next={safeNext(search.get('next'))} />}
            <SecuritySection me={me} />
          </div>
        )}
      </RequireSignIn>
    </Page>
  );
}

function Secured({ next }: { next: string }) {
  const t = useT();
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // It appears above what was just used, on a phone out of sight.
    top.current?.scrollIntoView({ block: 'center' });
  }, []);
  return (
    <div ref={top} className="account-card">
      <Notice tone="good" title={t('secure.done')}>
        <p>{t('secure.doneText')}</p>
        <div>
          <ButtonLink href={next} tone="primary">
            {t('secure.goOn')}
          </ButtonLink>
        </div>
      </Notice>
    </div>
  );
}
