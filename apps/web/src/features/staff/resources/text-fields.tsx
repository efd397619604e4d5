import type { Locale } from '#libs/contracts';
import { useT } from '../../../shared/i18n/use-t.js';
import { TextField } from '../../../shared/ui/text-field.js';
import type { TextDraft } from './text-draft.js';

interface Props {
  label: string;
  hint?: string;
  text: TextDraft;
  onChange: (text: TextDraft) => void;
  maxLength: number;
  multiline?: boolean;
  /** Those of the hub. */
  languages: readonly Locale[];
  /** In the first of the languages at least: the others fall back to it. */
  isRequired?: boolean;
  autoFocus?: boolean;
}

/** The same text in each language. */
export function TextFields({
  label,
  hint,
  text,
  onChange,
  languages,
  maxLength,
  multiline,
  isRequired,
  autoFocus,
}: Props) {
  const t = useT();
  return (
    <fieldset className="text-fields">
      <legend className="field-label">{label}</legend>
      {hint && <p className="field-hint">{hint}</p>}
      {languages.map((locale, index) => (
        <TextField
          key={locale}
          label={t(`language.${locale}`)}
          value={text[locale]}
          onChange={(value) => onChange({ ...text, [locale]: value })}
          maxLength={maxLength}
          multiline={multiline ?? false}
          isRequired={isRequired === true && index === 0}
          autoFocus={autoFocus === true && index === 0}
        />
      ))}
    </fieldset>
  );
}
