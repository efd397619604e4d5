import type { Profile } from '#libs/contracts';
import type { Translate } from '../../../shared/i18n/use-t.js';

export type AgeGroup = NonNullable<Profile['ageGroup']>;

const ageGroups: readonly AgeGroup[] = ['under_13', '13_17', '18_29', '30_64', '65_plus'];

/** Every age group and the choice not to say; in order of age. */
export function ageChoices(t: Translate): { value: string; content: string; ageGroup: AgeGroup | null }[] {
  return [
    ...ageGroups.map((ageGroup) => ({ value: ageGroup, content: t(`ageGroup.${ageGroup}`), ageGroup })),
    { value: 'untold', content: t('ageGroup.untold'), ageGroup: null },
  ];
}
