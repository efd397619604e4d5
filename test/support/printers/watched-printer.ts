import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PrintReference } from '#libs/contracts';
import type {
  MachineObservation,
  MachineState,
  PrinterAdapter,
  PrintToStart,
} from '../../../hardware-bridge/src/adapters/printer-adapter.js';
import { remoteNameOf } from '../../../hardware-bridge/src/journal/command-journal.js';
import type { EventFact } from '../../../hardware-bridge/src/outbox/event-outbox.js';
import { foldObservation } from '../../../hardware-bridge/src/printer/fold-observation.js';
import {
  clearPlate,
  newPrinterRecord,
  type PrinterRecord,
} from '../../../hardware-bridge/src/printer/printer-record.js';
import { eventually } from '../eventually.js';

const gcode = `;FLAVOR:Marlin\n;TIME:1000\n${'G1 X1 Y1 E1\n'.repeat(20_000)}`;

/** Watches a printer as the bridge does: what an adapter sees, and the facts and the record that come of it. */
export class WatchedPrinter {
  readonly observations: MachineObservation[] = [];
  readonly facts: EventFact[] = [];
  readonly faults: unknown[] = [];
  record: PrinterRecord = newPrinterRecord;
  private readonly references = new Map<string, PrintReference>();
  private adapter: PrinterAdapter | null = null;
  private openedAt = 0;

  private constructor(private readonly folder: string) {}

  static async make(): Promise<WatchedPrinter> {
    return new WatchedPrinter(await mkdtemp(join(tmpdir(), 'dk-printer-')));
  }

  /** Watches through this adapter; through another one later, as after a restart. */
  async open(adapter: PrinterAdapter): Promise<void> {
    this.adapter = adapter;
    this.openedAt = this.observations.length;
    const watcher = {
      seen: (seen: MachineObservation) => this.fold(seen),
      fault: (error: unknown) => this.faults.push(error),
    };
    await adapter.open(watcher, { known: this.record.run, clearedId: this.record.clearedRunId });
  }

  get printer(): PrinterAdapter {
    if (!this.adapter) throw new Error('Nobody watches yet');
    return this.adapter;
  }

  /** What the adapter that watches now has seen last. */
  get latest(): MachineObservation | undefined {
    return this.observations.length > this.openedAt ? this.observations.at(-1) : undefined;
  }

  get factTypes(): string[] {
    return this.facts.map(({ type }) => type);
  }

  /** The states one after the other, each once in a row. */
  get states(): MachineState[] {
    return this.observations.map(({ state }) => state).filter((state, index, all) => state !== all[index - 1]);
  }

  async seen(state: MachineState): Promise<void> {
    try {
      await eventually(`the printer is ${state}`, () => this.latest?.state === state);
    } catch (error) {
      throw new Error(`${(error as Error).message}; seen: ${this.states.join(', ')}; ${this.faults.join('; ')}`, {
        cause: error,
      });
    }
  }

  async told(...types: string[]): Promise<void> {
    await eventually(`the facts are ${types.join(', ')}`, () => this.factTypes.join() === types.join());
  }

  /** A file that lies on the bridge, ready to be started. */
  async aPrint(): Promise<PrintToStart> {
    const reference = { jobId: randomUUID(), attempt: 1, startToken: randomUUID() };
    const remoteName = remoteNameOf(reference);
    const filePath = join(this.folder, remoteName);
    await writeFile(filePath, gcode);
    this.references.set(remoteName, reference);
    return { filePath, remoteName, reference };
  }

  /** Starts a print and waits until it is seen. */
  async start(): Promise<PrintToStart> {
    const print = await this.aPrint();
    await this.printer.start(print);
    await eventually('the print is seen', () => this.latest?.run?.remoteName === print.remoteName);
    return print;
  }

  /** Somebody has emptied the plate. */
  clearPlate(): void {
    this.record = clearPlate(this.record);
  }

  /** Stops watching, as a bridge does that is shut down. */
  async stop(): Promise<void> {
    await this.adapter?.close();
    this.adapter = null;
  }

  async close(): Promise<void> {
    await this.stop();
    await rm(this.folder, { recursive: true, force: true });
  }

  private fold(observation: MachineObservation): void {
    const reference = this.references.get(observation.run?.remoteName ?? '') ?? null;
    const { record, facts } = foldObservation(this.record, observation, reference);
    this.observations.push(observation);
    this.record = record;
    this.facts.push(...facts);
  }
}
