import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useT } from '../../shared/i18n/use-t.js';
import { LanguageSwitch } from './language-switch.js';
import { OfflineBanner } from './offline-banner.js';
import { SiteNav } from './site-nav.js';
import { TermsCheck } from './terms-check.js';
import { useKeptFocus } from './use-kept-focus.js';
import './shell.css';

/** What surrounds every page but the kiosk's. */
export function Shell({ children }: { children: ReactNode }) {
  const t = useT();
  const content = useKeptFocus();
  return (
    <div className="shell">
      <a className="skip-link" href="#content">
        {t('nav.skip')}
      </a>
      <header className="shell-header">
        <div className="shell-bar">
          <Link href="/" className="brand">
            <img src="/favicon.svg" alt="" width="36" height="36" />
            Digikeskus
          </Link>
          <SiteNav />
          <LanguageSwitch />
        </div>
      </header>
      <OfflineBanner />
      <TermsCheck />
      <main id="content" ref={content} tabIndex={-1}>
        {children}
      </main>
      <footer className="shell-footer">
        <p>{t('footer.text')}</p>
        <p>
          <Link href="/terms">{t('terms.title')}</Link> · <Link href="/accessibility">{t('accessibility.title')}</Link>
        </p>
      </footer>
    </div>
  );
}
