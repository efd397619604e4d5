import type { Locale } from '#libs/contracts';
import { useHubs } from '../../shared/api/use-hubs.js';
import { useLanguage } from '../../shared/i18n/language-provider.js';
import { languageTag } from '../../shared/i18n/locale.js';
import { useT } from '../../shared/i18n/use-t.js';
import { Page } from '../../shared/ui/page.js';
import { QueryView } from '../../shared/ui/query-view.js';
import { statementEn } from './statement-en.js';
import { statementFi } from './statement-fi.js';
import { statementSv } from './statement-sv.js';
import { statementDate, type Statement } from './statement.js';
import { useAccessibility } from './use-accessibility.js';
import './accessibility.css';

const statements: Record<Locale, Statement> = { fi: statementFi, sv: statementSv, en: statementEn };

/**
 * What the law asks every public service to say of itself.
 * @see https://www.finlex.fi/fi/laki/ajantasa/2019/20190306
 * @see https://eur-lex.europa.eu/eli/dec_impl/2018/1523/oj
 */
export default function AccessibilityPage() {
  const t = useT();
  const { locale } = useLanguage();
  const { lead, dated, sections, supervision, feedback } = statements[locale];
  const date = new Intl.DateTimeFormat(languageTag[locale], { dateStyle: 'long', timeZone: 'UTC' });
  return (
    <Page title={t('accessibility.title')} lead={lead}>
      {sections.map(({ heading, paragraphs, list }) => (
        <section key={heading} className="stack" aria-label={heading}>
          <h2>{heading}</h2>
          {paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
          {list && (
            <ul className="accessibility-list">
              {list.map((item) => (
                <li key={item}>{item}</li>
              ))}
            </ul>
          )}
        </section>
      ))}
      <Feedback {...feedback} />
      <section className="stack" aria-label={supervision.heading}>
        <h2>{supervision.heading}</h2>
        {supervision.paragraphs.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
        <p>
          {supervision.authority}
          <br />
          <a href={supervision.link}>{supervision.linkText}</a>
        </p>
      </section>
      <p>{dated(date.format(new Date(statementDate)))}</p>
    </Page>
  );
}

function Feedback({ heading, byMail, inPerson, answer }: Statement['feedback']) {
  const told = useAccessibility();
  return (
    <section className="stack" aria-label={heading}>
      <h2>{heading}</h2>
      <QueryView query={told}>
        {({ feedbackEmail }) =>
          feedbackEmail === null ? (
            <>
              <p>{inPerson}</p>
              <Hubs />
            </>
          ) : (
            <p>
              {byMail} <a href={`mailto:${feedbackEmail}`}>{feedbackEmail}</a>
            </p>
          )
        }
      </QueryView>
      <p>{answer}</p>
    </section>
  );
}

/** Where staff can be met. */
function Hubs() {
  const hubs = useHubs();
  return (
    <QueryView query={hubs}>
      {({ items }) => (
        <ul className="accessibility-list">
          {items.map(({ slug, name, address }) => (
            <li key={slug}>
              {name}, {address}
            </li>
          ))}
        </ul>
      )}
    </QueryView>
  );
}
