import type { MachineObservation, PrinterAdapter, PrinterWatcher } from '../adapters/printer-adapter.js';
import { remoteNameOf, type CommandJournal } from '../journal/command-journal.js';
import type { BridgeLog } from '../log.js';
import type { EventFact, EventOutbox } from '../outbox/event-outbox.js';
import type { PrintFiles } from '../print-files.js';
import { SerialQueue } from '../serial-queue.js';
import type { BridgeStore, StoreWrite } from '../store/bridge-store.js';
import { foldObservation } from './fold-observation.js';
import { isRunning, newPrinterRecord, type PrinterRecord } from './printer-record.js';
import { describeStatus, type StatusContent } from './printer-status.js';
import type { StatusFeed } from './status-feed.js';

/** What the printers of a bridge share, and what this one has for itself. */
export interface PrinterParts {
  readonly slug: string;
  readonly adapter: PrinterAdapter;
  readonly store: BridgeStore;
  readonly journal: CommandJournal;
  readonly outbox: EventOutbox;
  readonly files: PrintFiles;
  readonly feed: StatusFeed;
  readonly log: BridgeLog;
}

const neverSeen: MachineObservation = {
  state: 'unknown',
  reason: null,
  run: null,
  temperatures: null,
  observedAt: new Date(0).toISOString(),
};

/** Folds what an adapter sees into what is kept of a printer and what the server is told. */
export class PrinterTracker {
  /** Observations and decisions take turns: a decision is never made on half an observation. */
  readonly turns = new SerialQueue();
  private readonly recordKey: string;
  private kept: PrinterRecord = newPrinterRecord;
  private observation = neverSeen;

  constructor(private readonly parts: PrinterParts) {
    this.recordKey = `printer!${parts.slug}`;
  }

  get record(): PrinterRecord {
    return this.kept;
  }

  /** The snapshot as of now. */
  get status(): StatusContent {
    return describeStatus(this.kept, this.observation);
  }

  /** @param moved the last session may have set the printer in motion without hearing of it */
  async open(moved: boolean): Promise<void> {
    const { adapter, feed, log, slug, store } = this.parts;
    this.kept = (await store.get<PrinterRecord>(this.recordKey)) ?? newPrinterRecord;
    if (moved) await this.keep({ ...this.kept, plate: 'awaiting_clear' });
    const watcher: PrinterWatcher = {
      seen: (observation) => this.see(observation),
      fault: (error) => log.error(`${slug}: the printer cannot be watched`, error),
    };
    await adapter.open(watcher, { known: this.kept.run, clearedId: this.kept.clearedRunId });
    await this.turns.idle();
    feed.open();
  }

  /** Keeps a new record, the facts that led to it and whatever belongs to them: all of it or nothing. */
  async keep(
    record: PrinterRecord,
    facts: readonly EventFact[] = [],
    alongside: readonly StoreWrite[] = [],
  ): Promise<void> {
    const { outbox, slug, log } = this.parts;
    await outbox.append(slug, facts, [...alongside, { type: 'put', key: this.recordKey, value: record }]);
    this.kept = record;
    for (const { type, job } of facts) log.info(`${slug}: ${type}${job ? ` ${remoteNameOf(job)}` : ''}`);
  }

  /** Stops watching; the printer goes on. */
  async close(): Promise<void> {
    this.parts.feed.close();
    await this.parts.adapter.close();
    await this.turns.idle();
  }

  private see(observation: MachineObservation): void {
    this.turns
      .run(() => this.fold(observation))
      .catch((error: unknown) => this.parts.log.error(`${this.parts.slug}: what was seen could not be kept`, error));
  }

  private async fold(observation: MachineObservation): Promise<void> {
    const { feed, files, journal } = this.parts;
    const name = observation.run?.remoteName;
    const reference = name ? await journal.referenceOf(name) : undefined;
    const { record, facts } = foldObservation(this.kept, observation, reference ?? null);
    if (facts.length > 0 || record.plate !== this.kept.plate) await this.keep(record, facts);
    this.kept = record;
    this.observation = observation;
    feed.tell(this.status);
    if (observation.temperatures) feed.tellTemperatures(observation.temperatures, Date.now());
    const ended = facts.length > 0 && !isRunning(record) ? record.run?.reference : null;
    if (ended) await files.discard(remoteNameOf(ended));
  }
}
