import { useState } from 'react';
import type { Category, SetUpHub, SetUpPool } from '#libs/contracts';
import { isLocale } from '../../../shared/i18n/locale.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { FormDialog } from '../../../shared/ui/form-dialog.js';
import { SelectField } from '../../../shared/ui/select-field.js';
import { categories } from './category-order.js';
import { draftSlug } from './resource-draft.js';
import { SlugField } from './slug-field.js';
import { textDraftOf, textOfDraft } from './text-draft.js';
import { TextFields } from './text-fields.js';
import { useChangeSetUp, type SetUpChange } from './use-set-up-hub.js';

interface Props {
  hub: SetUpHub['hub'];
  /** The one to be changed; undefined for a new one. */
  pool?: SetUpPool;
  onClose: () => void;
}

/** A pool: "any headset". Its units are things that name it. */
export function PoolDialog({ hub, pool, onClose }: Props) {
  const t = useT();
  const [draft, setDraft] = useState({
    name: textDraftOf(pool?.name ?? {}),
    description: textDraftOf(pool?.description ?? {}),
    slug: pool?.slug,
    category: pool?.category ?? 'computer',
  });
  const change = useChangeSetUp(hub.slug);
  const set = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part });
  const languages = hub.languages.filter(isLocale);
  const typed = (): SetUpChange => {
    const texts = { name: textOfDraft(draft.name), description: textOfDraft(draft.description) };
    if (pool) return { kind: 'pool', slug: pool.slug, change: texts };
    return { kind: 'add-pool', pool: { ...texts, slug: draftSlug(draft), category: draft.category } };
  };
  return (
    <FormDialog
      title={t(pool ? 'things.poolChange' : 'things.poolAdd')}
      action={t('things.save')}
      isPending={change.isPending}
      error={change.error}
      onSubmit={() => change.mutate(typed(), { onSuccess: onClose })}
      onClose={onClose}
    >
      <TextFields
        label={t('things.name')}
        text={draft.name}
        onChange={(name) => set({ name })}
        languages={languages}
        maxLength={100}
        isRequired
        autoFocus
      />
      {!pool && (
        <>
          <SlugField draft={draft} onChange={(slug) => set({ slug })} />
          <SelectField
            label={t('things.category')}
            value={draft.category}
            choices={categories.map((category) => ({ value: category, text: t(`category.${category}`) }))}
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
    </FormDialog>
  );
}
