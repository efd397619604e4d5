import { mismatchOf } from './match-printer.js';
import { aPlanJob, aPlanPrinter } from '../../../../test/fixtures/plan-builders.js';

const box = (x: number, y: number, z: number) => ({ min: { x: 10, y: 10, z: 0.2 }, max: { x, y, z } });

describe('a printer', () => {
  it.each([
    ['another material is loaded', { material: 'PETG' }, { loadedMaterial: 'PLA' }, 'material'],
    ['the print is wider than its bed', { boundingBox: box(260, 20, 20) }, {}, 'bed'],
    ['the print is higher than it reaches', { boundingBox: box(20, 20, 220) }, {}, 'bed'],
    ['the nozzle is another', { nozzleDiameterMillimetres: 0.6 }, { nozzleDiameterMillimetres: 0.4 }, 'nozzle'],
    [
      'more than the material is wrong',
      { material: 'PETG', nozzleDiameterMillimetres: 0.6 },
      { loadedMaterial: 'PLA', nozzleDiameterMillimetres: 0.4 },
      'nozzle',
    ],
  ] as const)('does not match when %s', (_, job, printer, mismatch) => {
    expect(mismatchOf(aPlanJob(job), aPlanPrinter(printer))).toBe(mismatch);
  });

  it.each([
    ['its material is not known', { material: 'PETG' }, { loadedMaterial: null }],
    ['the material of the print is not known', { material: null }, { loadedMaterial: 'PLA' }],
    ['the material differs in spelling only', { material: 'pla ' }, { loadedMaterial: 'PLA' }],
    ['its nozzle is not known', { nozzleDiameterMillimetres: 0.6 }, { nozzleDiameterMillimetres: null }],
    ['the print was sliced for another model', { printerModel: 'MINI' }, { model: 'MK4' }],
    ['the print just fills the bed', { boundingBox: box(250, 210, 210) }, {}],
  ] as const)('matches when %s', (_, job, printer) => {
    expect(mismatchOf(aPlanJob(job), aPlanPrinter(printer))).toBeNull();
  });

  it('does not match a print that is centred on another origin', () => {
    const boundingBox = { min: { x: -40, y: -40, z: 0.2 }, max: { x: 40, y: 40, z: 10 } };
    expect(mismatchOf(aPlanJob({ boundingBox }), aPlanPrinter())).toBe('bed');
    expect(mismatchOf(aPlanJob({ boundingBox }), aPlanPrinter({ bedOrigin: 'centre' }))).toBeNull();
    const corner = { min: { x: 10, y: 10, z: 0.2 }, max: { x: 130, y: 90, z: 10 } };
    expect(mismatchOf(aPlanJob({ boundingBox: corner }), aPlanPrinter({ bedOrigin: 'centre' }))).toBe('bed');
  });
});
