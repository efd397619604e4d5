import { IntlMessageFormat } from 'intl-messageformat';
import { en } from '../../apps/web/src/shared/i18n/messages/en.js';
import { fi, type Messages } from '../../apps/web/src/shared/i18n/messages/fi.js';
import { enStaff } from '../../apps/web/src/shared/i18n/messages/staff-en.js';
import { fiStaff, type StaffMessages } from '../../apps/web/src/shared/i18n/messages/staff-fi.js';
import { svStaff } from '../../apps/web/src/shared/i18n/messages/staff-sv.js';
import { sv } from '../../apps/web/src/shared/i18n/messages/sv.js';

const catalogues: Record<string, Messages & StaffMessages> = {
  'fi-FI': { ...fi, ...fiStaff },
  'sv-FI': { ...sv, ...svStaff },
  'en-GB': { ...en, ...enStaff },
};

export const languageTags = Object.keys(catalogues);

export type Say = (key: keyof Messages | keyof StaffMessages, values?: Record<string, string | number>) => string;

/** What the pages say in a language. */
export function textsIn(tag: string): Say {
  const texts = catalogues[tag];
  if (!texts) throw new Error(`nobody speaks ${tag}`);
  return (key, values) => String(new IntlMessageFormat(texts[key], tag).format(values));
}
