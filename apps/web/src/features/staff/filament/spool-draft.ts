import type { ChangeSpool, Spool } from '#libs/contracts';
import { readGrams } from './read-grams.js';

const words = ['colorName', 'colorHex', 'vendor', 'product', 'location', 'lotNumber', 'note'] as const;
type Words = (typeof words)[number];

/** What stands in the fields while somebody types. */
export type SpoolDraftTexts = Record<Words | 'material' | 'fullGrams', string>;

export function draftOf(spool: Spool): SpoolDraftTexts {
  const texts = Object.fromEntries(words.map((field) => [field, spool[field] ?? ''])) as Record<Words, string>;
  return { ...texts, material: spool.material, fullGrams: String(spool.fullGrams).replace('.', ',') };
}

export function hasFault(draft: SpoolDraftTexts, field: 'colorHex' | 'fullGrams'): boolean {
  if (field === 'fullGrams') return (readGrams(draft.fullGrams) ?? 0) < 1;
  const hex = hexOf(draft);
  return hex !== '' && !/^[0-9A-Fa-f]{6}([0-9A-Fa-f]{2})?$/.test(hex);
}

/** @returns undefined when a field cannot be read; an empty one takes away what was there */
export function changesOf(draft: SpoolDraftTexts): ChangeSpool | undefined {
  const fullGrams = readGrams(draft.fullGrams);
  if (fullGrams === undefined || hasFault(draft, 'fullGrams') || hasFault(draft, 'colorHex')) return undefined;
  const given = { ...draft, colorHex: hexOf(draft) };
  const texts = Object.fromEntries(words.map((field) => [field, given[field].trim() || null]));
  return { ...texts, material: draft.material.trim(), fullGrams };
}

/** Colour codes are copied with their `#` as often as without. */
const hexOf = ({ colorHex }: SpoolDraftTexts): string => colorHex.trim().replace(/^#/, '');
