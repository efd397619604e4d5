import { ToggleButton } from 'react-aria-components/ToggleButton';
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';
import { useLanguage } from '../../shared/i18n/language-provider.js';
import { isLocale, locales } from '../../shared/i18n/locale.js';
import { useT } from '../../shared/i18n/use-t.js';

/** Each language in its own words: the one who needs it must be able to read it. */
const ownNames = { fi: 'Suomi', sv: 'Svenska', en: 'English' } as const;

export function LanguageSwitch() {
  const t = useT();
  const { locale, setLocale } = useLanguage();
  return (
    <ToggleButtonGroup
      className="language-switch"
      aria-label={t('nav.language')}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[locale]}
      onSelectionChange={(keys) => {
        const chosen = String([...keys][0]);
        if (isLocale(chosen)) setLocale(chosen);
      }}
    >
      {locales.map((each) => (
        <ToggleButton key={each} id={each} className="language-switch-item">
          <span lang={each}>
            {each.toUpperCase()} <span className="visually-hidden">{ownNames[each]}</span>
          </span>
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
