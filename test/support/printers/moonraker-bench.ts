import { MoonrakerAdapter } from '../../../hardware-bridge/src/adapters/moonraker/moonraker-adapter.js';
import type { MoonrakerPrinter } from '../../../hardware-bridge/src/bridge-options.js';
import type { Pace } from '../../../hardware-bridge/src/adapters/network/pace.js';
import type { PrinterAdapter } from '../../../hardware-bridge/src/adapters/printer-adapter.js';
import { openGate } from '../tcp-gate.js';
import { FakeCamera } from './fake-camera.js';
import { FakeMoonraker } from './fake-moonraker.js';
import type { NetworkMachine, PrinterBench } from './printer-bench.js';
import { testPace } from './test-pace.js';

export interface MoonrakerBench extends PrinterBench<NetworkMachine> {
  readonly moonraker: FakeMoonraker;
  readonly camera: FakeCamera;
  adapter(pace?: Partial<Pace>, changes?: Partial<MoonrakerPrinter>): PrinterAdapter;
}

/** A printer under Klipper behind a network that can be cut. */
export async function openMoonrakerBench(): Promise<MoonrakerBench> {
  const moonraker = new FakeMoonraker();
  const camera = new FakeCamera();
  await Promise.all([moonraker.open(), camera.open()]);
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
    see: async (picture) => {
      camera.picture = picture;
      moonraker.webcams = webcamsAt(picture && camera.url);
    },
    shutDown: async () => klipper.shutDown('MCU shutdown: ADC out of range'),
  };
  return {
    machine,
    options: printer,
    moonraker,
    camera,
    adapter: (pace = {}, changes = {}) => new MoonrakerAdapter({ ...printer, ...changes }, { ...testPace, ...pace }),
    close: async () => {
      await gate.remove();
      await Promise.all([moonraker.close(), camera.close()]);
    },
  };
}

/** One that is switched off stands before it, as people leave them. */
function webcamsAt(url: string | null): FakeMoonraker['webcams'] {
  if (url === null) return [];
  return [
    { name: 'old', enabled: false, snapshot_url: 'http://127.0.0.1:1/' },
    { name: 'nozzle', enabled: true, snapshot_url: url },
  ];
}
