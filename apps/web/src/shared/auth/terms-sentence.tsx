import { useT } from '../i18n/use-t.js';
import { useTerms } from '../terms/use-terms.js';

/**
 * What signing in agrees to, said before a code is asked for (docs/adr/0027). The texts open in a tab of their own:
 * what is being booked or sent here must not be lost for having read them.
 */
export function TermsSentence() {
  const t = useT();
  const { version } = useTerms().data ?? {};
  return (
    <p>
      {version === undefined ? t('terms.bySigningIn') : t('terms.bySigningInVersion', { version })}{' '}
      <a href="/terms" target="_blank" rel="noopener">
        {t('terms.readInNewTab')}
      </a>
    </p>
  );
}
