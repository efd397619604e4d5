import type { PrinterCommand, RejectionCode } from '#libs/contracts';
import { PrinterRefusal } from '../adapters/printer-adapter.js';
import { remoteNameOf, type CommandResult, type JournalEntry } from '../journal/command-journal.js';
import type { EventFact } from '../outbox/event-outbox.js';
import type { Uplink } from '../uplink.js';
import { refusalOf, refusalOfStart, type PrinterView } from './decide-command.js';
import { clearPlate, isRunning, type PrinterRecord } from './printer-record.js';
import { PrinterTracker, type PrinterParts } from './printer-tracker.js';
import { startPrint, type StartCommand, type StartResult } from './start-print.js';

interface Starting {
  readonly command: StartCommand;
  readonly giveUp: AbortController;
  readonly result: Promise<StartResult>;
}

/** One printer and its commands: each is judged, written down, acted on at most once, and answered every time. */
export class PrinterAgent {
  private readonly tracker: PrinterTracker;
  private readonly actions = new Set<Promise<void>>();
  private starting: Starting | null = null;
  private closed = false;

  constructor(
    private readonly parts: PrinterParts,
    private readonly uplink: Uplink,
  ) {
    this.tracker = new PrinterTracker(parts);
  }

  /** @param interrupted this printer's commands that the last session did not finish */
  async open(interrupted: readonly JournalEntry[]): Promise<void> {
    await this.tracker.open(interrupted.some(({ start }) => start?.handedOver));
  }

  /** The file of the print that goes on, if it is ours. */
  get neededFile(): string | null {
    const { record } = this.tracker;
    return isRunning(record) && record.run?.reference ? remoteNameOf(record.run.reference) : null;
  }

  /** True while a command goes on. */
  get isBusy(): boolean {
    return this.actions.size > 0;
  }

  /** Sends a full snapshot. */
  announce(): Promise<void> {
    return this.parts.feed.repeat();
  }

  /** Tells the server what became of a command; again, when it asks again. */
  answer(cmdId: string, { phase, code }: CommandResult): void {
    this.uplink.ack({ cmdId, phase, code }).catch((error: unknown) => {
      this.parts.log.warn(`${this.parts.slug}: the answer ${phase} was not sent: ${(error as Error).message}`);
    });
  }

  /** Resolves when the command is in the journal: known already, refused, or begun. */
  receive(command: PrinterCommand): Promise<void> {
    return this.tracker.turns.run(async () => {
      if (this.closed) throw new Error('The bridge is stopping');
      const known = (await this.parts.journal.find(command.id)) ?? (await this.sameStart(command));
      if (known) return this.answer(command.id, known);
      const code = refusalOf(command, this.view());
      return code ? this.refuse(command, code) : this.begin(command);
    });
  }

  /** What is being fetched for a start is left; the next session answers it `unknown`. */
  async close(): Promise<void> {
    this.closed = true;
    this.starting?.giveUp.abort(new Error('The bridge is stopping'));
    await Promise.all(this.actions);
    await this.tracker.close();
  }

  /** Never the same print twice, whatever the command is called. */
  private async sameStart(command: PrinterCommand): Promise<CommandResult | null> {
    if (command.type !== 'start') return null;
    const { journal, slug } = this.parts;
    const before = await journal.findStart(command);
    if (!before || before.phase === 'rejected') return null;
    const elsewhere: CommandResult = { phase: 'rejected', code: 'wrong_job' };
    const result = before.printer === slug ? before : elsewhere;
    if (result.phase !== 'received') await journal.record(this.entry(command, result));
    return result;
  }

  private async refuse(command: PrinterCommand, code: RejectionCode): Promise<void> {
    const { journal, log, slug } = this.parts;
    log.info(`${slug}: ${command.type} refused, ${code}`);
    await journal.record(this.entry(command, { phase: 'rejected', code }));
    this.answer(command.id, { phase: 'rejected', code });
  }

  private async begin(command: PrinterCommand): Promise<void> {
    const { adapter, journal, log, slug } = this.parts;
    const entry = this.entry(command, { phase: 'received', code: null });
    await journal.begin(entry);
    this.answer(command.id, entry);
    log.info(`${slug}: ${command.type}`);
    switch (command.type) {
      case 'start':
        return this.beginStart(command, entry);
      case 'pause':
        return this.act(entry, () => adapter.pause());
      case 'resume':
        return this.act(entry, () => adapter.resume());
      case 'cancel':
        return this.act(entry, () => this.cancel());
      case 'emergency_stop':
        return this.act(entry, () => this.stopAtOnce());
      case 'clear_plate':
        return this.clearPlate(entry);
    }
  }

  private act(entry: JournalEntry, action: () => Promise<void>): void {
    this.goOn(async () => {
      let result: CommandResult = { phase: 'done', code: null };
      try {
        await action();
      } catch (error) {
        this.parts.log.warn(`${this.parts.slug}: ${entry.type} failed: ${(error as Error).message}`);
        result = { phase: 'failed', code: error instanceof PrinterRefusal ? error.code : 'printer_error' };
      }
      await this.tracker.turns.run(() => this.finish(entry, result));
    });
  }

  private async cancel(): Promise<void> {
    const { starting } = this;
    starting?.giveUp.abort(new Error('The print was cancelled'));
    const result = await starting?.result;
    if (!result || result.moved) await this.parts.adapter.cancel();
  }

  private async stopAtOnce(): Promise<void> {
    this.starting?.giveUp.abort(new Error('Emergency stop'));
    await this.parts.adapter.emergencyStop?.();
  }

  private beginStart(command: StartCommand, entry: JournalEntry): void {
    const { journal } = this.parts;
    const giveUp = new AbortController();
    let handedOver = entry;
    const handOver = (): Promise<RejectionCode | null> =>
      this.tracker.turns.run(async () => {
        const late = refusalOfStart({ ...this.view(), starting: null });
        if (!late) handedOver = await journal.handOver(entry);
        return late;
      });
    const result = startPrint(command, { ...this.parts, handOver }, giveUp.signal);
    this.starting = { command, giveUp, result };
    this.goOn(async () => {
      const outcome = await result;
      await this.tracker.turns.run(() => this.finishStart(command, handedOver, outcome));
    });
  }

  private async finishStart(command: StartCommand, entry: JournalEntry, result: StartResult): Promise<void> {
    const { record } = this.tracker;
    this.starting = null;
    if (this.closed && result.cancelled) return;
    if (!result.moved) await this.parts.files.discard(remoteNameOf(command));
    const { jobId, attempt, startToken } = command;
    await this.finish(entry, result, {
      record: result.moved ? { ...record, plate: 'awaiting_clear' } : record,
      facts: result.cancelled ? [factNow('print_cancelled', { jobId, attempt, startToken })] : [],
    });
  }

  private async clearPlate(entry: JournalEntry): Promise<void> {
    const { record } = this.tracker;
    const facts = record.plate === 'clear' ? [] : [factNow('plate_cleared', record.run?.reference ?? null)];
    await this.finish(entry, { phase: 'done', code: null }, { record: clearPlate(record), facts });
  }

  /** The end of a command and what it changes, kept at once; then the answer. */
  private async finish(
    entry: JournalEntry,
    { phase, code }: CommandResult,
    change: { record: PrinterRecord; facts: readonly EventFact[] } = { record: this.tracker.record, facts: [] },
  ): Promise<void> {
    await this.tracker.keep(change.record, change.facts, this.parts.journal.finish(entry, { phase, code }));
    this.parts.feed.tell(this.tracker.status);
    this.answer(entry.id, { phase, code });
  }

  private view(): PrinterView {
    const { adapter, store } = this.parts;
    const { state, plate } = this.tracker.status;
    const { record } = this.tracker;
    return {
      nowMs: Date.now(),
      session: store.session,
      state,
      plate,
      job: record.run?.reference ?? null,
      starting: this.starting?.command ?? null,
      running: isRunning(record),
      canPause: adapter.capabilities.pause,
      canCancel: adapter.capabilities.cancel,
      canStopAtOnce: adapter.emergencyStop !== undefined,
    };
  }

  private entry(command: PrinterCommand, { phase, code }: CommandResult): JournalEntry {
    const { id, type } = command;
    const entry = { id, type, printer: this.parts.slug, receivedAt: new Date().toISOString(), phase, code };
    if (command.type !== 'start') return { ...entry, start: null };
    const { jobId, attempt, startToken } = command;
    return { ...entry, start: { reference: { jobId, attempt, startToken }, handedOver: false } };
  }

  private goOn(action: () => Promise<void>): void {
    const { log, slug } = this.parts;
    const running = action()
      .catch((error: unknown) => log.error(`${slug}: a command could not be finished`, error))
      .finally(() => this.actions.delete(running));
    this.actions.add(running);
  }
}

function factNow(type: EventFact['type'], job: EventFact['job']): EventFact {
  return { type, job, occurredAt: new Date().toISOString(), reason: null };
}
