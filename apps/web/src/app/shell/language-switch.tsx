import { useLanguage } from '../../shared/i18n/language-provider.js';
import { locales } from '../../shared/i18n/locale.js';
import { useT } from '../../shared/i18n/use-t.js';

/** Each language in its own words: the one who needs it must be able to read it. */
const ownNames = { fi: 'Suomi', sv: 'Svenska', en: 'English' } as const;

export function LanguageSwitch() {
  const t = useT();
  const { locale, setLocale } = useLanguage();
  return (
    <div className="language-switch" role="group" aria-label={t('nav.language')}>
      {locales.map((each) => (
        <button
          key={each}
          type="button"
          className="language-switch-item"
          aria-pressed={each === locale}
          onClick={() => setLocale(each)}
        >
          <span lang={each}>
            {each.toUpperCase()} <span className="visually-hidden">{ownNames[each]}</span>
          </span>
        </button>
      ))}
    </div>
  );
}
