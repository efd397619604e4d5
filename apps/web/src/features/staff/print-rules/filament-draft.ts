import type { SavedFilamentRules } from '#libs/contracts';
import { readNumber } from '../numbers/read-number.js';

/** The rules while somebody types. */
export interface FilamentDraft {
  hasAllowance: boolean;
  allowance: string;
  lowStock: string;
  materials: readonly MaterialLimit[];
  version: number;
}

export interface MaterialLimit {
  /** Tells the rows apart while their names are being typed. */
  key: number;
  material: string;
  grams: string;
}

export const gramLimits = { min: 0, max: 100_000 } as const;

/** What is offered to a hub that has had no limit. */
const usualAllowance = 500;

export function draftOf({
  allowanceGrams,
  lowStockGrams,
  lowStockByMaterial,
  version,
}: SavedFilamentRules): FilamentDraft {
  return {
    hasAllowance: allowanceGrams !== null,
    allowance: String(allowanceGrams ?? usualAllowance),
    lowStock: String(lowStockGrams),
    materials: Object.entries(lowStockByMaterial).map(([material, grams], key) => ({
      key,
      material,
      grams: String(grams),
    })),
    version,
  };
}

/** @returns undefined when a number cannot be read; rows without a material are left out */
export function rulesOf(draft: FilamentDraft): SavedFilamentRules | undefined {
  const lowStockGrams = readNumber(draft.lowStock, gramLimits);
  const allowanceGrams = draft.hasAllowance ? readNumber(draft.allowance, gramLimits) : null;
  const named = draft.materials
    .map(({ material, grams }) => ({ material: material.trim(), grams: readNumber(grams, gramLimits) }))
    .filter(({ material }) => material !== '');
  const read = named.flatMap(({ material, grams }) => (grams === undefined ? [] : [[material, grams] as const]));
  if (lowStockGrams === undefined || allowanceGrams === undefined || read.length < named.length) return undefined;
  return { allowanceGrams, lowStockGrams, lowStockByMaterial: Object.fromEntries(read), version: draft.version };
}
