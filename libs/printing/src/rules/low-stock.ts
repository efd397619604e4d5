import type { FilamentOverview, FilamentRules, SavedFilamentRules, Spool } from '#libs/contracts';

/** What holds in a hub that has said nothing. */
export const defaultFilamentRules: SavedFilamentRules = {
  allowanceGrams: 500,
  lowStockGrams: 200,
  lowStockByMaterial: {},
  version: 0,
};

/** Materials of which less is left, on all spools together, than the hub wants to have. */
export function lowStock(
  spools: readonly Pick<Spool, 'material' | 'remainingGrams'>[],
  { lowStockGrams, lowStockByMaterial }: Omit<FilamentRules, 'allowanceGrams'>,
): FilamentOverview['low'] {
  const limits = new Map(Object.entries(lowStockByMaterial).map(([name, grams]) => [keyOf(name), grams]));
  const stock = new Map<string, { material: string; grams: number }>();
  for (const { material, remainingGrams } of spools) {
    const known = stock.get(keyOf(material));
    stock.set(keyOf(material), { material: known?.material ?? material, grams: (known?.grams ?? 0) + remainingGrams });
  }
  return [...stock]
    .map(([key, of]) => ({ ...of, limitGrams: limits.get(key) ?? lowStockGrams }))
    .filter(({ grams, limitGrams }) => grams < limitGrams)
    .toSorted((a, b) => (a.material < b.material ? -1 : 1));
}

const keyOf = (material: string) => material.trim().toLowerCase();
