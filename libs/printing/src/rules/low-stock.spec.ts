import { lowStock } from './low-stock.js';

const spool = (material: string, remainingGrams: number) => ({ material, remainingGrams });
const rules = { lowStockGrams: 200, lowStockByMaterial: { petg: 500 } };

describe('a material', () => {
  it('is low when all its spools together hold less than the limit', () => {
    const low = lowStock([spool('PLA', 150), spool('pla', 40), spool('TPU', 250)], rules);
    expect(low).toEqual([{ material: 'PLA', grams: 190, limitGrams: 200 }]);
  });

  it('may have a limit of its own, in whatever spelling', () => {
    expect(lowStock([spool('PETG', 499)], rules)).toEqual([{ material: 'PETG', grams: 499, limitGrams: 500 }]);
    expect(lowStock([spool('PETG', 500), spool('PLA', 200)], rules)).toEqual([]);
  });
});
