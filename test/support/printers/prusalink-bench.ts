import type { PrusaLinkPrinter } from '../../../hardware-bridge/src/bridge-options.js';
import { PrusaLinkAdapter } from '../../../hardware-bridge/src/adapters/prusalink/prusalink-adapter.js';
import type { PrinterAdapter } from '../../../hardware-bridge/src/adapters/printer-adapter.js';
import { openGate } from '../tcp-gate.js';
import { FakePrusaLink } from './fake-prusalink.js';
import type { NetworkMachine, PrinterBench } from './printer-bench.js';
import { testPace } from './test-pace.js';

export interface PrusaLinkBench extends PrinterBench<NetworkMachine> {
  readonly prusalink: FakePrusaLink;
  adapter(changes?: Partial<PrusaLinkPrinter>): PrinterAdapter;
}

/** A printer with PrusaLink behind a network that can be cut. */
export async function openPrusaLinkBench(): Promise<PrusaLinkBench> {
  const prusalink = new FakePrusaLink();
  await prusalink.open();
  const gate = await openGate(prusalink.url);
  const printer = {
    slug: 'mk4',
    adapter: 'prusalink',
    model: 'Prusa MK4S',
    url: gate.url,
    password: 'right-password',
  } as const;
  const machine: NetworkMachine = {
    starts: async () => prusalink.starts,
    heatUp: async () => prusalink.printTo(0.01),
    printTo: async (share) => prusalink.printTo(share),
    finish: async () => prusalink.end('FINISHED'),
    endCancelling: async () => prusalink.end('STOPPED'),
    fail: async () => prusalink.end('ERROR'),
    disconnect: async () => gate.shut(),
    reconnect: async () => gate.reopen(),
    runOut: async () => prusalink.end('ATTENTION'),
    files: async () => [...prusalink.files.keys()],
    printLocally: async (name = 'benchy.gcode') => {
      prusalink.files.set(name, { short: 'BENCHY~1.GCO', size: 100_000 });
      prusalink.print(name);
      return name;
    },
    showUnknown: async (state) => prusalink.end(state),
    breakNextUpload: async () => void (prusalink.breakNextUpload = true),
    forbid: async () => void (prusalink.password = 'changed-password'),
    allow: async () => void (prusalink.password = 'right-password'),
    see: async (picture) => void (prusalink.picture = picture),
    shutDown: async () => prusalink.end('ERROR'),
  };
  return {
    machine,
    options: printer,
    prusalink,
    adapter: (changes = {}) => new PrusaLinkAdapter({ ...printer, ...changes }, testPace),
    close: async () => {
      await gate.remove();
      await prusalink.close();
    },
  };
}
