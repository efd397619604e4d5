import { lazy, Suspense, useState } from 'react';
import type { Me } from '#libs/contracts';
import { useHalfSignedIn } from '../api/use-me.js';
import { CodeStep } from './code-step.js';
import { EmailStep } from './email-step.js';
import type { SentCode } from './use-request-code.js';

const SecondStep = lazy(() => import('./second-step.js'));

/**
 * Sign-in by e-mail address and code, and a second factor for those who have one; usable on its own page and inside a
 * dialog.
 */
export function SignInForm({ onSignedIn }: { onSignedIn: (me: Me) => void }) {
  const [sent, setSent] = useState<SentCode | null>(null);
  const halfSignedIn = useHalfSignedIn();
  if (halfSignedIn) {
    return (
      <Suspense>
        <SecondStep me={halfSignedIn} onSignedIn={onSignedIn} onStopped={() => setSent(null)} />
      </Suspense>
    );
  }
  if (sent === null) return <EmailStep onCodeSent={setSent} />;
  return <CodeStep sent={sent} onSignedIn={onSignedIn} onOtherEmail={() => setSent(null)} />;
}
