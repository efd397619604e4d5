import { useState } from 'react';
import type { SetUpHub, SetUpPool } from '#libs/contracts';
import { isLocale } from '../../../shared/i18n/locale.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { FormDialog } from '../../../shared/ui/form-dialog.js';
import { categories } from './category-order.js';
import { IdentityFields } from './identity-fields.js';
import { draftSlug } from './resource-draft.js';
import { textDraftOf, textOfDraft } from './text-draft.js';
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
      <IdentityFields draft={draft} set={set} languages={languages} newIn={pool ? undefined : categories} />
    </FormDialog>
  );
}
