import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readMachine } from '../../../hardware-bridge/src/adapters/virtual/machine-file.js';
import { advance, observe } from '../../../hardware-bridge/src/adapters/virtual/machine.js';
import { VirtualAdapter } from '../../../hardware-bridge/src/adapters/virtual/virtual-adapter.js';
import type { VirtualFaults } from '../../../hardware-bridge/src/bridge-options.js';
import type { MachineUnderTest, PrinterBench } from './printer-bench.js';

const options = { slug: 'prusa', adapter: 'virtual', model: 'Virtual One', speed: 1 } as const;
/** What the file that is printed says of itself. */
const durationMs = 1_000_000;

/** A virtual printer under a clock that stands still until a test moves it. */
export async function openVirtualBench(): Promise<PrinterBench> {
  const folder = await mkdtemp(join(tmpdir(), 'dk-virtual-'));
  let nowMs = Date.parse('2026-03-02T10:00:00Z');
  let faults: VirtualFaults = {};
  let current: VirtualAdapter | null = null;

  const now = async () => advance(await readMachine(join(folder, 'prusa.json')), nowMs);
  const progress = async () => observe(await now(), nowMs).run?.progress ?? 0;
  const inject = async (more: VirtualFaults): Promise<void> => {
    faults = { ...faults, ...more };
    await current?.inject(faults);
  };
  const printTo = async (share: number): Promise<void> => {
    nowMs += Math.ceil((share - (await progress())) * durationMs);
  };
  const machine: MachineUnderTest = {
    starts: async () => (await now()).starts.map(({ remoteName }) => remoteName),
    heatUp: () => printTo(0.06),
    printTo,
    finish: () => printTo(1.01),
    endCancelling: async () => void (nowMs += 2000),
    fail: async () => inject({ failAtProgress: await progress() }),
    runOut: async () => inject({ runoutAtProgress: await progress() }),
    openDoor: async () => inject({ doorAtProgress: await progress() }),
    disconnect: () => inject({ disconnected: true }),
    reconnect: () => inject({ disconnected: false }),
  };
  return {
    machine,
    options,
    adapter: () => (current = new VirtualAdapter({ ...options, faults }, folder, () => nowMs)),
    close: () => rm(folder, { recursive: true, force: true }),
  };
}
