import { useState } from 'react';
import { CodeStep } from './code-step.js';
import { EmailStep } from './email-step.js';

/** Sign-in in two steps, e-mail address and code; usable on its own page and inside a dialog. */
export function SignInForm({ onSignedIn }: { onSignedIn: () => void }) {
  const [email, setEmail] = useState<string | null>(null);
  if (email === null) return <EmailStep onCodeSent={setEmail} />;
  return <CodeStep email={email} onSignedIn={onSignedIn} onOtherEmail={() => setEmail(null)} />;
}
