import type { Category, Locale } from '#libs/contracts';
import { useT } from '../../../shared/i18n/use-t.js';
import { SelectField } from '../../../shared/ui/select-field.js';
import { SlugField } from './slug-field.js';
import type { TextDraft } from './text-draft.js';
import { TextFields } from './text-fields.js';

interface Identity {
  name: TextDraft;
  slug: string | undefined;
  category: Category;
  description: TextDraft;
}

interface Props {
  draft: Identity;
  set: (part: Partial<Identity>) => void;
  languages: readonly Locale[];
  /** What a new one may be; what is there stays what it is, at its address. */
  newIn: readonly Category[] | undefined;
}

/** What a thing or a pool of things is called, where it is found, what it is. */
export function IdentityFields({ draft, set, languages, newIn }: Props) {
  const t = useT();
  return (
    <>
      <TextFields
        label={t('things.name')}
        text={draft.name}
        onChange={(name) => set({ name })}
        languages={languages}
        maxLength={100}
        isRequired
        autoFocus
      />
      {newIn && (
        <>
          <SlugField draft={draft} onChange={(slug) => set({ slug })} />
          <SelectField
            label={t('things.category')}
            value={draft.category}
            choices={newIn.map((category) => ({ value: category, text: t(`category.${category}`) }))}
            onChange={(category) => set({ category: category as Category })}
          />
        </>
      )}
      <TextFields
        label={t('things.description')}
        text={draft.description}
        onChange={(description) => set({ description })}
        languages={languages}
        maxLength={1000}
        multiline
      />
    </>
  );
}
