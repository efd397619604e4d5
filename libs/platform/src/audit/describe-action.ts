import type { Locale } from '#libs/contracts';
import { auditTexts } from './audit-texts.js';

/** Who did what nobody did. */
export const systemName: Record<Locale, string> = { fi: 'Järjestelmä', sv: 'Systemet', en: 'The system' };

/** @returns the action in plain words; the action itself when it was recorded by a version that knew others */
export function describeAction(action: string, locale: Locale): string {
  const texts: Partial<Record<string, Record<Locale, string>>> = auditTexts;
  return texts[action]?.[locale] ?? action;
}
