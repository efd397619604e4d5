import type { ReactNode } from 'react';
import type { Me } from '#libs/contracts';
import { useMe } from '../api/use-me.js';
import { useT } from '../i18n/use-t.js';
import { QueryView } from '../ui/query-view.js';
import { SignInForm } from './sign-in-form.js';

interface Props {
  /** What signing in is needed for, in one sentence. */
  reason: string;
  children: (me: Me) => ReactNode;
}

/** Asks to sign in right where one is, then goes on. */
export function RequireSignIn({ reason, children }: Props) {
  const t = useT();
  const me = useMe();
  return (
    <QueryView query={me}>
      {(person) =>
        person ? (
          children(person)
        ) : (
          <section className="card stack sign-in-card" aria-label={t('signIn.title')}>
            <p>{reason}</p>
            <SignInForm onSignedIn={() => undefined} />
          </section>
        )
      }
    </QueryView>
  );
}
