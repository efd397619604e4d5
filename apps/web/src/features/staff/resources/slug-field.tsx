import { useT } from '../../../shared/i18n/use-t.js';
import { TextField } from '../../../shared/ui/text-field.js';
import { draftSlug, type ResourceDraft } from './resource-draft.js';

/** As the contract has it, whose schema would bring its whole library along. */
const slugPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;

interface Props {
  draft: Pick<ResourceDraft, 'slug' | 'name'>;
  onChange: (slug: string) => void;
}

/** The name in addresses, which follows the name until somebody types another. */
export function SlugField({ draft, onChange }: Props) {
  const t = useT();
  const slug = draftSlug(draft);
  const isFaulty = slug !== '' && !slugPattern.test(slug);
  return (
    <TextField
      label={t('things.slug')}
      hint={t('things.slugHint')}
      isRequired
      maxLength={64}
      value={slug}
      fault={isFaulty ? t('things.slugFault') : undefined}
      onChange={onChange}
    />
  );
}
