import type { SetUpHub, SetUpResource } from '#libs/contracts';
import { isLocale } from '../../../shared/i18n/locale.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { ChoiceGroup } from '../../../shared/ui/choice-group.js';
import { SelectField } from '../../../shared/ui/select-field.js';
import { NumberField } from '../numbers/number-field.js';
import { categories } from './category-order.js';
import { IdentityFields } from './identity-fields.js';
import { possibleWholes, positionLimits, type ResourceDraft } from './resource-draft.js';
import { useInLanguage } from './use-in-language.js';

interface Props {
  draft: ResourceDraft;
  set: (part: Partial<ResourceDraft>) => void;
  setUp: SetUpHub;
  resource: SetUpResource | undefined;
}

/** Printers come with their connection, on a page of their own. */
const addable = categories.filter((category) => category !== 'printer');

export function ResourceFields({ draft, set, setUp, resource }: Props) {
  const t = useT();
  const read = useInLanguage();
  const languages = setUp.hub.languages.filter(isLocale);
  const none = { value: '', text: t('things.none') };
  const pools = setUp.pools.filter(({ category }) => category === draft.category);
  const named = ({ slug, name }: Pick<SetUpResource, 'slug' | 'name'>) => ({ value: slug, text: read(name) });
  const wholes = possibleWholes(setUp.resources, resource?.slug);
  return (
    <>
      <IdentityFields
        draft={draft}
        set={(part) => set({ ...part, ...(part.category && { pool: '' }) })}
        languages={languages}
        newIn={resource ? undefined : addable}
      />
      <SelectField
        label={t('things.pool')}
        hint={t('things.poolHint')}
        value={draft.pool}
        choices={[none, ...pools.map(named)]}
        onChange={(pool) => set({ pool })}
      />
      <SelectField
        label={t('things.parent')}
        hint={t('things.parentHint')}
        value={draft.parent}
        choices={[none, ...wholes.map(named)]}
        onChange={(parent) => set({ parent })}
      />
      {draft.category !== 'printer' && !resource?.retired && (
        <ChoiceGroup
          label={t('things.bookable')}
          value={draft.bookable ? 'yes' : 'no'}
          choices={[
            { value: 'yes', content: t('things.bookableYes') },
            { value: 'no', content: t('things.bookableNo') },
          ]}
          onChange={(value) => set({ bookable: value === 'yes' })}
        />
      )}
      <NumberField
        label={t('things.position')}
        hint={t('things.positionHint')}
        value={draft.position}
        limits={positionLimits}
        onChange={(position) => set({ position })}
      />
    </>
  );
}
