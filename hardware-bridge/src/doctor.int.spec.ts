import { openBambuBench } from '../../test/support/printers/bambu-bench.js';
import { openMoonrakerBench, type MoonrakerBench } from '../../test/support/printers/moonraker-bench.js';
import type { PrinterOptions } from './bridge-options.js';
import { diagnosisTable, examinePrinters, isIll } from './doctor.js';

const printer = (slug: string): PrinterOptions => ({
  slug,
  adapter: 'moonraker',
  model: 'Voron 2.4',
  url: 'http://voron.local',
});

describe('the doctor', () => {
  let well: MoonrakerBench;
  let locked: MoonrakerBench;
  let gone: MoonrakerBench;

  beforeEach(async () => {
    [well, locked, gone] = await Promise.all([openMoonrakerBench(), openMoonrakerBench(), openMoonrakerBench()]);
    await locked.machine.forbid();
    await gone.machine.disconnect();
  });
  afterEach(() => Promise.all([well.close(), locked.close(), gone.close()]));

  const examine = () => {
    const benches = new Map([
      ['well', well],
      ['locked', locked],
      ['gone', gone],
    ]);
    return examinePrinters([...benches.keys()].map(printer), {
      machinesDir: '/nowhere',
      waitMs: 1000,
      adapterFor: ({ slug }) => (benches.get(slug) ?? well).adapter(),
    });
  };

  it('says of every printer whether it is reached, lets us in, can be read and obeys', async () => {
    const diagnoses = await examine();
    expect(diagnosisTable(diagnoses)).toEqual([
      'printer  adapter    reach  credentials  read  control',
      'well     moonraker  yes    yes          yes   yes      idle',
      expect.stringMatching(/^locked {3}moonraker {2}yes {4}NO {11}- {5}- {8}\w/),
      expect.stringMatching(/^gone {5}moonraker {2}NO {5}- {12}- {5}- {8}\w/),
    ]);
    expect(diagnoses.map(isIll)).toEqual([false, true, true]);
  });

  it('says of a Bambu printer without Developer Mode that it can be read and does not obey', async () => {
    const bench = await openBambuBench();
    await bench.machine.onlyLetRead?.();
    const diagnoses = await examinePrinters([bench.options], {
      machinesDir: '/nowhere',
      adapterFor: () => bench.adapter(),
    });
    await bench.close();
    expect(diagnosisTable(diagnoses)[1]).toBe(
      'p1s      bambu    yes    yes          yes   NO       attention: Developer Mode is off',
    );
    expect(diagnoses.map(isIll)).toEqual([true]);
  });

  it('touches nothing: a file that waits for its print is still there afterwards', async () => {
    const file = '6b9f7a1e-0b1e-4a53-9d5c-0d2c0a3f1f10-1.gcode';
    well.moonraker.klipper.files.set(file, 1000);
    await examine();
    expect(await well.machine.files()).toEqual([file]);
  });
});
