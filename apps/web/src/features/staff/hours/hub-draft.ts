import type { ChangeHub, SetUpHub } from '#libs/contracts';
import { isLocale, locales } from '../../../shared/i18n/locale.js';

type Facts = SetUpHub['hub'];
export type HubDraft = Required<ChangeHub>;

export function hubDraftOf({ name, address, timeZone, languages, country }: Facts): HubDraft {
  return { name, address, timeZone, languages: languages.filter(isLocale), country };
}

/** The languages with one more or one less, always in the same order. */
export function withLanguage(languages: HubDraft['languages'], locale: (typeof locales)[number], isSpoken: boolean) {
  return locales.filter((each) => (each === locale ? isSpoken : languages.includes(each)));
}

/** Only what was changed is sent: what somebody else changes meanwhile stays. */
export function hubChangeOf(draft: HubDraft, facts: Facts): ChangeHub {
  const before = hubDraftOf(facts);
  const after = { ...draft, name: draft.name.trim(), address: draft.address.trim() };
  const fields = ['name', 'address', 'timeZone', 'languages', 'country'] as const;
  const changed = fields.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
  return Object.fromEntries(changed.map((field) => [field, after[field]]));
}
