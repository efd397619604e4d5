import type { PrinterFacts } from '#libs/contracts';
import { draftOf, factsOf } from './facts-draft.js';

const facts: PrinterFacts = {
  model: 'MK4',
  bedXMillimetres: 250,
  bedYMillimetres: 210.5,
  bedZMillimetres: 220,
  bedOrigin: 'corner',
  nozzleDiameterMillimetres: 0.4,
  maxNozzleCelsius: 290,
  maxBedCelsius: 120,
  unattendedAllowed: false,
  version: 4,
};
const inFinnish = (value: number) => String(value).replace('.', ',');

describe('a printer’s facts', () => {
  it('stay what they are when nobody types', () => {
    expect(factsOf(draftOf(facts, inFinnish))).toEqual(facts);
  });

  it('are none while one of the numbers cannot be read', () => {
    for (const part of [{ nozzleDiameterMillimetres: '9' }, { bedXMillimetres: 'iso' }, { maxBedCelsius: '' }]) {
      expect(factsOf({ ...draftOf(facts, inFinnish), ...part })).toBeUndefined();
    }
  });
});
