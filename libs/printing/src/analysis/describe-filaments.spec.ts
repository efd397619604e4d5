import { describeFilaments } from './describe-filaments.js';
import { StatedFacts } from './slicers/stated-facts.js';

const facts = (stated: Partial<StatedFacts>): StatedFacts => Object.assign(new StatedFacts(), stated);

describe('describeFilaments', () => {
  it('takes what the slicer states', () => {
    const stated = facts({ filamentMillimetres: [986.61], filamentGrams: [3.01], materials: ['PETG'] });
    expect(describeFilaments(stated, [986.6])).toEqual([{ material: 'PETG', millimetres: 986.61, grams: 3.01 }]);
  });

  it('leaves out extruders that are not used', () => {
    const stated = facts({ filamentMillimetres: [0, 229.97], filamentGrams: [0, 0.69], materials: ['PLA', 'ABS'] });
    expect(describeFilaments(stated, [0, 229.97])).toEqual([{ material: 'ABS', millimetres: 229.97, grams: 0.69 }]);
  });

  it.each([
    ['PLA', 2.98],
    ['PLA+', 2.98],
    ['PETG', 3.05],
    ['ABS', 2.5],
    ['ASA', 2.57],
    ['TPU', 2.91],
  ])('weighs a metre of %s by its density', (material, grams) => {
    expect(describeFilaments(facts({ materials: [material] }), [1000])[0]?.grams).toBe(grams);
  });

  it('prefers the density and diameter of the file, and weighs when the slicer states 0 g', () => {
    const stated = facts({
      filamentMillimetres: [1000],
      filamentGrams: [0],
      densities: [2],
      filamentDiameters: [2.85],
      materials: ['PLA'],
    });
    expect(describeFilaments(stated, [1000])[0]?.grams).toBe(12.76);
  });

  it('does not guess the weight of a material it does not know', () => {
    expect(describeFilaments(facts({ materials: ['MOONDUST'] }), [1000])[0]?.grams).toBeNull();
  });

  it('believes the moves when the comments claim far less', () => {
    const stated = facts({ filamentMillimetres: [10], filamentGrams: [0.03], materials: ['PLA'] });
    expect(describeFilaments(stated, [100_000])[0]).toMatchObject({ millimetres: 100_000, grams: 298.25 });
  });

  it('still names the material when there is no length', () => {
    expect(describeFilaments(facts({ materials: ['PLA'] }), [])).toEqual([
      { material: 'PLA', millimetres: null, grams: null },
    ]);
  });
});
