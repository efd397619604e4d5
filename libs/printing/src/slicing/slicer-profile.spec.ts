import { modelFault } from './model-fault.js';
import { slicerProfile, type SlicingTarget } from './slicer-profile.js';

const target: SlicingTarget = {
  printer: 'printer-1',
  model: 'Virtual One',
  bed: { x: 250, y: 210, z: 200 },
  bedOrigin: 'corner',
  nozzleDiameterMillimetres: 0.4,
  maxNozzleCelsius: 260,
  maxBedCelsius: 90,
  material: 'PLA',
};

describe('a profile', () => {
  it('is for the printer’s own size, nozzle and name', () => {
    expect(slicerProfile(target)?.split('\n')).toEqual(
      expect.arrayContaining([
        'printer_model = Virtual One',
        'bed_shape = 0x0,250x0,250x210,0x210',
        'max_print_height = 200',
        'nozzle_diameter = 0.4',
        'layer_height = 0.2',
        'filament_type = PLA',
      ]),
    );
  });

  it('has its middle where the printer has its origin', () => {
    const profile = slicerProfile({ ...target, bedOrigin: 'centre' });
    expect(profile).toContain('bed_shape = -125x-105,125x-105,125x105,-125x105\n');
  });

  it('takes PLA when nobody says what is loaded', () => {
    expect(slicerProfile({ ...target, material: null })).toContain('filament_type = PLA\n');
  });

  it('knows a material by its first word', () => {
    expect(slicerProfile({ ...target, material: 'petg Silk' })).toContain('temperature = 240\n');
  });

  it('is not made for a material that we know nothing of, or that the printer cannot heat', () => {
    expect(slicerProfile({ ...target, material: 'PEEK' })).toBeNull();
    expect(slicerProfile({ ...target, material: 'ABS' })).toBeNull();
    expect(slicerProfile({ ...target, material: 'ABS', maxBedCelsius: 100 })).not.toBeNull();
  });

  it('cannot be given further settings by a name', () => {
    const profile = slicerProfile({ ...target, model: 'One\npost_process = /bin/true' });
    expect(profile?.split('\n').filter((line) => line.startsWith('post_process'))).toEqual([]);
  });
});

describe('a model', () => {
  const box = (x: number, y: number, z: number) => ({ min: { x: -5, y: 0, z: 10 }, max: { x: x - 5, y, z: z + 10 } });

  it.each([
    ['of the plate’s own size may be printed', box(250, 210, 200), null],
    ['that is wider does not fit', box(250.1, 210, 200), 'print.model_too_big'],
    ['that is higher does not fit', box(10, 10, 201), 'print.model_too_big'],
    ['that is flat cannot be sliced', box(10, 10, 0), 'print.slicing_failed'],
    ['without a size cannot be sliced', null, 'print.slicing_failed'],
  ])('%s', (_what, size, fault) => {
    expect(modelFault(size, target.bed)).toBe(fault);
  });
});
