import { apiBase } from '../api/client.js';
import { useT } from '../i18n/use-t.js';
import { useSignInMethods } from './use-sign-in-methods.js';

/** The town's own identity provider, where there is one; an ordinary link, because the browser leaves the app. */
export function ProviderButton() {
  const t = useT();
  const { provider } = useSignInMethods().data ?? {};
  if (!provider) return null;
  const here = window.location.pathname === '/sign-in' ? '/' : window.location.pathname + window.location.search;
  const next = new URLSearchParams(window.location.search).get('next') ?? here;
  return (
    <a className="button button-plain" href={`${apiBase}/auth/oidc/start?next=${encodeURIComponent(next)}`}>
      {t('signIn.provider', { name: provider.name })}
    </a>
  );
}
