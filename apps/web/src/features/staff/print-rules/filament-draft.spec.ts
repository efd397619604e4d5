import type { SavedFilamentRules } from '#libs/contracts';
import { draftOf, rulesOf } from './filament-draft.js';

const rules: SavedFilamentRules = {
  version: 3,
  allowanceGrams: 400,
  lowStockGrams: 150,
  lowStockByMaterial: { PETG: 300 },
};

describe('the rules for filament', () => {
  it('stay what they are when nobody types', () => {
    for (const each of [rules, { ...rules, allowanceGrams: null }]) expect(rulesOf(draftOf(each))).toEqual(each);
  });

  it('forget the limit that was typed when there is to be none', () => {
    expect(rulesOf({ ...draftOf(rules), hasAllowance: false, allowance: 'paljon' })?.allowanceGrams).toBeNull();
  });

  it('leave out materials without a name', () => {
    const materials = [{ key: 1, material: ' ', grams: '' }];
    expect(rulesOf({ ...draftOf(rules), materials })?.lowStockByMaterial).toEqual({});
  });

  it('are none while a number cannot be read', () => {
    const draft = draftOf(rules);
    const wrongRow = [{ key: 1, material: 'PLA', grams: 'vähän' }];
    for (const part of [{ lowStock: '' }, { allowance: '-1' }, { materials: wrongRow }]) {
      expect(rulesOf({ ...draft, ...part })).toBeUndefined();
    }
  });
});
