import type { Terms } from '#libs/contracts';
import { useT } from '../../../shared/i18n/use-t.js';
import { useTerms } from '../../../shared/terms/use-terms.js';
import { Page } from '../../../shared/ui/page.js';
import { QueryView } from '../../../shared/ui/query-view.js';
import './terms.css';

/** What one agrees to by signing in; for everybody to read, signed in or not. */
export function TermsPage() {
  const t = useT();
  const query = useTerms();
  return (
    <Page title={t('terms.title')} lead={query.data && t('terms.version', { version: query.data.version })}>
      <QueryView query={query}>
        {({ terms, privacy }) => (
          <>
            <TermsText text={terms} />
            <TermsText text={privacy} />
          </>
        )}
      </QueryView>
    </Page>
  );
}

function TermsText({ text: { title, sections } }: { text: Terms['terms'] }) {
  return (
    <section className="card stack terms-text" aria-label={title}>
      <h2>{title}</h2>
      {sections.map(({ heading, text }) => (
        <div key={heading} className="stack-tight">
          <h3>{heading}</h3>
          <p>{text}</p>
        </div>
      ))}
    </section>
  );
}
