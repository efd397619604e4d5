import { MoonrakerAdapter } from '../../../hardware-bridge/src/adapters/moonraker/moonraker-adapter.js';
import type { Pace } from '../../../hardware-bridge/src/adapters/network/pace.js';
import type { PrinterAdapter } from '../../../hardware-bridge/src/adapters/printer-adapter.js';
import { openGate } from '../tcp-gate.js';
import { FakeMoonraker } from './fake-moonraker.js';
import type { NetworkMachine, PrinterBench } from './printer-bench.js';
import { testPace } from './test-pace.js';

export interface MoonrakerBench extends PrinterBench<NetworkMachine> {
  readonly moonraker: FakeMoonraker;
  adapter(pace?: Partial<Pace>): PrinterAdapter;
}

/** A printer under Klipper behind a network that can be cut. */
export async function openMoonrakerBench(): Promise<MoonrakerBench> {
  const moonraker = new FakeMoonraker();
  await moonraker.open();
  const gate = await openGate(moonraker.url);
  const { klipper } = moonraker;
  const printer = {
    slug: 'voron',
    adapter: 'moonraker',
    model: 'Voron 2.4',
    url: gate.url,
    apiKey: 'right-key',
  } as const;
  const machine: NetworkMachine = {
    starts: async () => klipper.starts,
    heatUp: async () => klipper.heatUp(),
    printTo: async (share) => klipper.printTo(share),
    finish: async () => klipper.end('complete'),
    endCancelling: async () => klipper.endCancelling(),
    fail: async () => klipper.end('error', 'Move out of range'),
    disconnect: async () => gate.shut(),
    reconnect: async () => gate.reopen(),
    runOut: async () => klipper.runOut(),
    files: async () => [...klipper.files.keys()],
    printLocally: async (name = 'benchy.gcode') => {
      klipper.files.set(name, 100_000);
      klipper.start(name);
      return name;
    },
    showUnknown: async (state) => klipper.set('print_stats', { state }),
    breakNextUpload: async () => void (moonraker.breakNextUpload = true),
    forbid: async () => moonraker.forbid(),
    allow: async () => void (moonraker.apiKey = 'right-key'),
    shutDown: async () => klipper.shutDown('MCU shutdown: ADC out of range'),
  };
  return {
    machine,
    options: printer,
    moonraker,
    adapter: (pace = {}) => new MoonrakerAdapter(printer, { ...testPace, ...pace }),
    close: async () => {
      await gate.remove();
      await moonraker.close();
    },
  };
}
