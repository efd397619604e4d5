import { useId } from 'react';
import { locales } from '../../../shared/i18n/locale.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { withLanguage, type HubDraft } from './hub-draft.js';

interface Props {
  languages: HubDraft['languages'];
  onChange: (languages: HubDraft['languages']) => void;
}

/** In which languages the hub serves people: one at least. */
export function LanguageChecks({ languages, onChange }: Props) {
  const t = useT();
  const faultId = useId();
  return (
    <fieldset className="checks" aria-describedby={faultId}>
      <legend className="field-label">{t('hubFacts.languages')}</legend>
      {locales.map((locale) => (
        <label key={locale}>
          <input
            type="checkbox"
            checked={languages.includes(locale)}
            onChange={(event) => onChange(withLanguage(languages, locale, event.target.checked))}
          />
          {t(`language.${locale}`)}
        </label>
      ))}
      <p id={faultId} className="field-error" role="status">
        {languages.length === 0 && t('hubFacts.noLanguage')}
      </p>
    </fieldset>
  );
}
