import type { FilamentRules } from '#libs/contracts';
import { readWhole } from './read-whole.js';

/** The rules while somebody types. */
export interface FilamentDraft {
  hasAllowance: boolean;
  allowance: string;
  lowStock: string;
  materials: readonly MaterialLimit[];
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

export function draftOf({ allowanceGrams, lowStockGrams, lowStockByMaterial }: FilamentRules): FilamentDraft {
  return {
    hasAllowance: allowanceGrams !== null,
    allowance: String(allowanceGrams ?? usualAllowance),
    lowStock: String(lowStockGrams),
    materials: Object.entries(lowStockByMaterial).map(([material, grams], key) => ({
      key,
      material,
      grams: String(grams),
    })),
  };
}

/** @returns undefined when a number cannot be read; rows without a material are left out */
export function rulesOf(draft: FilamentDraft): FilamentRules | undefined {
  const lowStockGrams = readWhole(draft.lowStock, gramLimits);
  const allowanceGrams = draft.hasAllowance ? readWhole(draft.allowance, gramLimits) : null;
  const named = draft.materials
    .map(({ material, grams }) => ({ material: material.trim(), grams: readWhole(grams, gramLimits) }))
    .filter(({ material }) => material !== '');
  const read = named.flatMap(({ material, grams }) => (grams === undefined ? [] : [[material, grams] as const]));
  if (lowStockGrams === undefined || allowanceGrams === undefined || read.length < named.length) return undefined;
  return { allowanceGrams, lowStockGrams, lowStockByMaterial: Object.fromEntries(read) };
}
