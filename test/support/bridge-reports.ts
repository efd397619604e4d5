import { randomUUID } from 'node:crypto';
import type { PrinterCommand, PrinterEvent, PrinterStatus } from '#libs/contracts';
import type { CommandResult } from '../../libs/printing/src/bridge/bridge-link.js';
import type { PrinterAddress } from '../../libs/printing/src/printer/printer.repository.js';

/** Whose print it is. */
interface Reference {
  readonly jobId: string;
  readonly attempt: number;
  readonly startToken: string;
}

/** What a snapshot says of a print on the machine. */
export type SeenPrint = NonNullable<PrinterStatus['job']>;

/** Stands in for the line to the bridges: remembers what was sent and answers what it was told to, else `done`. */
export class FakeBridgeLink {
  readonly sent: { address: PrinterAddress; command: PrinterCommand }[] = [];
  readonly rebirths: { hub: string; bridge: string }[] = [];
  readonly reloads: string[] = [];
  readonly examinations: { address: PrinterAddress; id: string }[] = [];
  /** Addresses to which pictures are to be brought. */
  readonly pictures: string[] = [];
  private readonly answers: CommandResult[] = [];
  /** Runs while a command is on its way, before its answer. */
  meanwhile: () => Promise<unknown> = async () => undefined;

  /** What the next commands are answered, in order. */
  willAnswer(...answers: CommandResult[]): void {
    this.answers.push(...answers);
  }

  reset(): void {
    for (const list of [this.sent, this.rebirths, this.reloads, this.examinations, this.pictures, this.answers])
      list.length = 0;
    this.meanwhile = async () => undefined;
  }

  async send(address: PrinterAddress, command: PrinterCommand): Promise<CommandResult> {
    this.sent.push({ address, command });
    await this.meanwhile();
    return this.answers.shift() ?? { phase: 'done', code: null };
  }

  async requestReload({ hub, bridge }: { hub: string; bridge: string }): Promise<void> {
    this.reloads.push(`${hub}/${bridge}`);
  }

  async requestExamination(address: PrinterAddress, id: string): Promise<void> {
    this.examinations.push({ address, id });
  }

  async requestPicture(_address: PrinterAddress, url: string): Promise<void> {
    this.pictures.push(url);
  }

  async requestRebirth({ hub, bridge }: { hub: string; bridge: string }): Promise<void> {
    this.rebirths.push({ hub, bridge });
  }
}

/** A print seen half done, with twenty minutes to go. */
export function aSeenPrint(reference: Reference, changes: Partial<SeenPrint> = {}): SeenPrint {
  return { ...reference, progress: 0.5, etaSeconds: 1200, startedAt: null, outcome: null, ...changes };
}

/** Makes the messages of one printer, numbered as its bridge numbers them. */
export class BridgeReports {
  session = 1;
  private statusSeq = 0;
  private eventSeq = 0;

  constructor(private readonly now: () => Date) {}

  /** The bridge starts anew, and counts anew. */
  restart(): void {
    this.session += 1;
    this.statusSeq = 0;
    this.eventSeq = 0;
  }

  /** A snapshot, of an idle printer with an empty plate unless told otherwise. */
  status(changes: Partial<PrinterStatus> = {}): PrinterStatus {
    this.statusSeq += 1;
    return {
      ...this.envelope(this.statusSeq),
      state: 'idle',
      reason: null,
      job: null,
      localPrint: false,
      localRun: null,
      plate: 'clear',
      observedAt: this.now().toISOString(),
      ...changes,
    };
  }

  event(type: PrinterEvent['type'], job: Reference | null, changes: Partial<PrinterEvent> = {}): PrinterEvent {
    this.eventSeq += 1;
    const occurredAt = this.now().toISOString();
    return { ...this.envelope(this.eventSeq), type, job, occurredAt, reason: null, ...changes };
  }

  private envelope(seq: number) {
    return { v: 1 as const, session: this.session, seq, ts: this.now().toISOString(), id: randomUUID() };
  }
}
