import fc from 'fast-check';
import { loadedShortage } from './loaded-shortage.js';

const box = { min: { x: 10, y: 10, z: 0 }, max: { x: 60, y: 60, z: 40 } };
const aPrint = (...gramsByTool: number[]) => ({
  material: 'PLA',
  boundingBox: box,
  nozzleDiameterMillimetres: 0.4,
  gramsByTool,
});
const aPrinter = (grams: readonly number[], loadedMaterial: string | null = 'PLA') => ({
  bed: { x: 250, y: 210, z: 220 },
  bedOrigin: 'corner' as const,
  nozzleDiameterMillimetres: 0.4,
  loadedMaterial,
  spools: grams.map((left, tool) => ({ tool, grams: left })),
});

describe('a print that takes more than is loaded', () => {
  it('is found out, with the printer that comes nearest', () => {
    const printers = [aPrinter([20]), aPrinter([70]), aPrinter([50])];
    expect(loadedShortage(aPrint(100), printers)).toEqual({ needGrams: 100, leftGrams: 70 });
  });

  it('is none when one of the printers that could make it holds enough, or nobody knows what it holds', () => {
    expect(loadedShortage(aPrint(100), [aPrinter([20]), aPrinter([100])])).toBeNull();
    expect(loadedShortage(aPrint(100), [aPrinter([20]), aPrinter([])])).toBeNull();
    expect(loadedShortage(aPrint(), [aPrinter([20])])).toBeNull();
  });

  it('counts no printer that could not make it', () => {
    expect(loadedShortage(aPrint(100), [aPrinter([20]), aPrinter([900], 'PETG')])).toEqual({
      needGrams: 100,
      leftGrams: 20,
    });
    expect(loadedShortage(aPrint(100), [aPrinter([900], 'PETG')])).toBeNull();
  });

  it('counts only the places that hold too little, and nothing below zero', () => {
    expect(loadedShortage(aPrint(10, 50, 30), [aPrinter([100, 20, -5])])).toEqual({ needGrams: 80, leftGrams: 20 });
  });

  it('is found with any printers exactly when none of them holds enough', () => {
    const grams = fc.integer({ min: 0, max: 1000 });
    fc.assert(
      fc.property(grams, fc.array(grams, { minLength: 1 }), (need, left) => {
        const shortage = loadedShortage(
          aPrint(need),
          left.map((each) => aPrinter([each])),
        );
        const most = Math.max(...left);
        expect(shortage).toEqual(most >= need ? null : { needGrams: need, leftGrams: most });
      }),
    );
  });
});
