import { changesOf, hasFault, type SpoolDraftTexts } from './spool-draft.js';

const draft: SpoolDraftTexts = {
  material: ' PETG ',
  colorName: 'sininen',
  colorHex: '#1F5FBF',
  vendor: '',
  product: '',
  location: ' ',
  lotNumber: '',
  note: '',
  fullGrams: '750,5',
};

describe('what is written about a spool', () => {
  it('is sent without its blanks, and takes away what was emptied', () => {
    expect(changesOf(draft)).toEqual({
      material: 'PETG',
      colorName: 'sininen',
      colorHex: '1F5FBF',
      vendor: null,
      product: null,
      location: null,
      lotNumber: null,
      note: null,
      fullGrams: 750.5,
    });
  });

  it.each([
    ['colorHex', 'punainen'],
    ['colorHex', '1F5FB'],
    ['fullGrams', '0'],
    ['fullGrams', 'täysi'],
  ] as const)('is not sent while %s is %j', (field, text) => {
    const wrong = { ...draft, [field]: text };
    expect([hasFault(wrong, field), changesOf(wrong)]).toEqual([true, undefined]);
  });
});
