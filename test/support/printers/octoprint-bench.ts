import { OctoPrintAdapter } from '../../../hardware-bridge/src/adapters/octoprint/octoprint-adapter.js';
import { openGate } from '../tcp-gate.js';
import { FakeCamera } from './fake-camera.js';
import { FakeOctoPrint } from './fake-octoprint.js';
import type { NetworkMachine, PrinterBench } from './printer-bench.js';
import { testPace } from './test-pace.js';

export interface OctoPrintBench extends PrinterBench<NetworkMachine> {
  readonly octoprint: FakeOctoPrint;
}

/** A printer under OctoPrint behind a network that can be cut. */
export async function openOctoPrintBench(): Promise<OctoPrintBench> {
  const octoprint = new FakeOctoPrint();
  const camera = new FakeCamera();
  await Promise.all([octoprint.open(), camera.open()]);
  const gate = await openGate(octoprint.url);
  const printer = {
    slug: 'ender',
    adapter: 'octoprint',
    model: 'Ender 3',
    url: gate.url,
    apiKey: 'right-key',
  } as const;
  const machine: NetworkMachine = {
    starts: async () => octoprint.starts,
    heatUp: async () => octoprint.printTo(0.01),
    printTo: async (share) => octoprint.printTo(share),
    finish: async () => octoprint.finish(),
    endCancelling: async () => octoprint.endCancelling(),
    fail: async () => octoprint.breakDown('Thermal runaway'),
    disconnect: async () => gate.shut(),
    reconnect: async () => gate.reopen(),
    runOut: async () => octoprint.show('Paused'),
    files: async () => [...octoprint.files],
    printLocally: async (name = 'benchy.gcode') => {
      octoprint.files.add(name);
      octoprint.print(name);
      return name;
    },
    showUnknown: async (text) => octoprint.show(text),
    breakNextUpload: async () => void (octoprint.breakNextUpload = true),
    forbid: async () => octoprint.forbid(),
    allow: async () => void (octoprint.apiKey = 'right-key'),
    see: async (picture) => {
      camera.picture = picture;
      octoprint.snapshotUrl = picture && camera.url;
    },
    shutDown: async () => octoprint.breakDown('MAXTEMP triggered'),
    onlyLetRead: async () => void (octoprint.permissions = ['STATUS', 'FILES_LIST']),
  };
  return {
    machine,
    options: printer,
    octoprint,
    adapter: () => new OctoPrintAdapter(printer, testPace),
    close: async () => {
      await gate.remove();
      await Promise.all([octoprint.close(), camera.close()]);
    },
  };
}
