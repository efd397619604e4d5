import type { BambuPrinter } from '../../../hardware-bridge/src/bridge-options.js';
import { BambuAdapter } from '../../../hardware-bridge/src/adapters/bambu/bambu-adapter.js';
import type { BambuPace } from '../../../hardware-bridge/src/adapters/bambu/bambu-pace.js';
import type { PrinterAdapter } from '../../../hardware-bridge/src/adapters/printer-adapter.js';
import { openGate } from '../tcp-gate.js';
import { FakeBambu } from './fake-bambu.js';
import type { NetworkMachine, PrinterBench } from './printer-bench.js';
import { testPace } from './test-pace.js';

export interface BambuBench extends PrinterBench<NetworkMachine> {
  readonly bambu: FakeBambu;
  adapter(changes?: Partial<BambuPrinter>, pace?: Partial<BambuPace>): PrinterAdapter;
}

/** A Bambu Lab printer behind a network that can be cut. */
export async function openBambuBench(): Promise<BambuBench> {
  const bambu = await FakeBambu.open('01P00A000000001');
  const [mqtt, ftps] = await Promise.all([
    openGate(`mqtts://127.0.0.1:${bambu.ports.mqtt}`),
    openGate(`ftps://127.0.0.1:${bambu.ports.ftps}`),
  ]);
  const gates = [mqtt, ftps];
  const printer: BambuPrinter = {
    slug: 'p1s',
    adapter: 'bambu',
    model: 'Bambu Lab P1S',
    host: '127.0.0.1',
    ports: { mqtt: Number(new URL(mqtt.url).port), ftps: Number(new URL(ftps.url).port) },
    serial: bambu.serial,
    accessCode: 'right-code',
  };
  const machine: NetworkMachine = {
    starts: async () => bambu.starts,
    heatUp: async () => bambu.heatUp(),
    printTo: async (share) => bambu.printTo(share),
    finish: async () => bambu.end('FINISH'),
    endCancelling: async () => bambu.end('FAILED'),
    fail: async () => bambu.end('FAILED', 0x0300_8003),
    disconnect: async () => gates.forEach((gate) => gate.shut()),
    reconnect: async () => gates.forEach((gate) => gate.reopen()),
    runOut: async () => bambu.pauseAt(6),
    files: async () => [...bambu.ftps.files.keys()].map((name) => name.replace(/\.3mf$/, '')),
    printLocally: async (name = 'benchy.gcode') => {
      bambu.ftps.files.set(`${name}.3mf`, Buffer.alloc(1000));
      bambu.print(name, '0', `${name}.3mf`);
      return name;
    },
    showUnknown: async (state) => bambu.set({ gcode_state: state }),
    breakNextUpload: async () => void (bambu.ftps.breakNextUpload = true),
    forbid: async () => bambu.forbid(),
    allow: async () => bambu.setAccessCode('right-code'),
    openDoor: async () => bambu.pauseAt(17),
    onlyLetRead: async () => void (bambu.developerMode = false),
  };
  return {
    machine,
    options: printer,
    bambu,
    adapter: (changes = {}, pace = {}) => new BambuAdapter({ ...printer, ...changes }, { ...testPace, ...pace }),
    close: async () => {
      await Promise.all(gates.map((gate) => gate.remove()));
      await bambu.close();
    },
  };
}
