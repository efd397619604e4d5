import { spoolmanImportSchema } from '#libs/contracts';
import fc from 'fast-check';
import { fromSpoolman, toSpoolman, type ExchangedSpool } from './spoolman.js';

const words = fc.option(
  fc.string({ minLength: 1, maxLength: 40 }).filter((text) => text === text.trim() && text !== ''),
);
const grams = fc.integer({ min: 0, max: 100_000 }).map((hundredths) => hundredths / 100);
const instant = fc.date({ min: new Date('2001-01-01'), max: new Date('2099-01-01'), noInvalidDate: true });
const iso = instant.map((date) => date.toISOString());
const day = fc.option(iso.map((text) => text.slice(0, 10)));

const spool: fc.Arbitrary<ExchangedSpool> = fc
  .record({
    material: fc.constantFrom('PLA', 'PETG', 'PLA Silk'),
    colorName: words,
    colorHex: fc.constantFrom(null, '1A2B3C', 'FFFFFF80'),
    vendor: words,
    product: words,
    fullGrams: fc.integer({ min: 1, max: 5000 }),
    emptySpoolGrams: fc.option(grams),
    density: fc.constantFrom(1.24, 1.27),
    diameterMillimetres: fc.constantFrom(1.75, 2.85),
    location: words,
    lotNumber: words,
    note: words,
    boughtOn: day,
    openedOn: day,
    remainingGrams: grams,
    used: grams,
    createdAt: iso,
    firstUsedAt: fc.option(iso),
    lastUsedAt: fc.option(iso),
    isArchived: fc.boolean(),
  })
  .map(({ used, ...rest }) => ({
    ...rest,
    number: 0,
    initialGrams: Math.round((rest.remainingGrams + used) * 100) / 100,
  }));

const numbered = fc
  .array(spool, { maxLength: 8 })
  .map((all) => all.map((each, index) => ({ ...each, number: index + 1 })));

/** As it would come back from a file. */
const read = (items: unknown) =>
  spoolmanImportSchema.parse(JSON.parse(JSON.stringify(items))).map((item, index) => fromSpoolman(item, index, 'now'));

describe('a file for Spoolman', () => {
  it('brings back every spool as it was', () => {
    fc.assert(fc.property(numbered, (spools) => expect(read(toSpoolman(spools))).toEqual(spools)));
  });

  it('has a number of its own for every kind of filament and every maker', () => {
    const kinds = fc.sample(spool, { numRuns: 1, seed: 1 }).flatMap((first) => {
      const of = (number: number, vendor: string) => ({ ...first, number, vendor, product: 'Matta' });
      return toSpoolman([of(1, 'Kutomo'), of(2, 'Paja'), of(3, 'Kutomo')]).map(({ filament }) => filament);
    });
    expect(kinds.map(({ id, vendor }) => [id, vendor?.id])).toEqual([
      [1, 1],
      [2, 2],
      [1, 1],
    ]);
  });
});

describe('a file from Spoolman', () => {
  const filament = { material: 'PLA', density: 1.24, diameter: 1.75 };

  it('may say as little as Spoolman demands', () => {
    expect(read([{ id: 7, filament: { ...filament, weight: 1000 }, used_weight: 120.5 }])).toMatchObject([
      { number: 7, fullGrams: 1000, initialGrams: 1000, remainingGrams: 879.5, createdAt: 'now', isArchived: false },
    ]);
  });

  it('may write a colour with #, and more than we read', () => {
    const item = {
      id: 7,
      filament: { ...filament, weight: 1000, color_hex: '#a0b1c2', settings_bed_temp: 60 },
      tags: [],
    };
    expect(read([item])).toMatchObject([{ colorHex: 'A0B1C2', remainingGrams: 1000 }]);
  });

  it.each([
    ['no weight at all', {}, '0.filament.weight'],
    ['a field of ours that is not JSON', { remaining_weight: 5, extra: { color_name: 'musta' } }, '0.extra.color_name'],
    ['a day that is none', { remaining_weight: 5, extra: { bought_on: '"2026-13-45"' } }, '0.extra.bought_on'],
  ])('with %s is told where', (_case, rest, path) => {
    expect(read([{ id: 1, filament, ...rest }])).toMatchObject([{ path }]);
  });
});
