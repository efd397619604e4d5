import { useState } from 'react';
import { CodeStep } from './code-step.js';
import { EmailStep } from './email-step.js';
import type { SentCode } from './use-request-code.js';

/** Sign-in in two steps, e-mail address and code; usable on its own page and inside a dialog. */
export function SignInForm({ onSignedIn }: { onSignedIn: () => void }) {
  const [sent, setSent] = useState<SentCode | null>(null);
  if (sent === null) return <EmailStep onCodeSent={setSent} />;
  return <CodeStep sent={sent} onSignedIn={onSignedIn} onOtherEmail={() => setSent(null)} />;
}
