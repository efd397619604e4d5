import { z } from 'zod';
import type { PrusaLinkPrinter } from '../../bridge-options.js';
import { usualPace, type Pace } from '../network/pace.js';
import { CredentialsRefused, unreachable, unseen } from '../network/printer-unreachable.js';
import {
  mayCancelIn,
  mayPauseIn,
  mayResumeIn,
  refuseUnlessFree,
  refuseUnlessPrinting,
} from '../network/refuse-start.js';
import { pause, SessionLoop, type Session } from '../network/session-loop.js';
import {
  PrinterRefusal,
  type MachineObservation,
  type PrinterAdapter,
  type PrinterCapabilities,
  type PrinterWatcher,
  type PrintToStart,
  type WatchMode,
  type WatchOptions,
} from '../printer-adapter.js';
import { observePrusaLink } from './observe-prusalink.js';
import { PrusaLinkClient, PrusaLinkFault } from './prusalink-client.js';
import { PrusaLinkFiles } from './prusalink-files.js';
import { beginRun, followRun, prusaLinkStatusSchema, type PrusaLinkRun } from './prusalink-run.js';

const jobSchema = z.object({ file: z.object({ name: z.string(), display_name: z.string().optional() }).optional() });

const prusaLinkCapabilities: PrinterCapabilities = {
  pause: true,
  cancel: true,
  temperatures: true,
  // It says that it wants somebody, not what for.
  runout: false,
  door: false,
  panel: true,
  shutdown: true,
  transfer: true,
  credentials: true,
  readOnly: false,
};

/** A printer with PrusaLink. It tells nothing by itself: it is asked again and again. */
export class PrusaLinkAdapter implements PrinterAdapter {
  readonly capabilities = prusaLinkCapabilities;
  private readonly pace: Pace;
  private readonly client: PrusaLinkClient;
  private readonly files: PrusaLinkFiles;
  private readonly loop: SessionLoop;
  private watcher: PrinterWatcher | null = null;
  private mode: WatchMode = 'drive';
  private latest: MachineObservation = unseen('unknown', null, 0);
  private run: PrusaLinkRun | null = null;
  /** The print we have asked to cancel. */
  private cancellingId: number | null = null;
  private starting = false;

  constructor(printer: PrusaLinkPrinter, pace: Partial<Pace> = {}) {
    this.pace = { ...usualPace, ...pace };
    this.client = new PrusaLinkClient(printer);
    this.files = new PrusaLinkFiles(this.client, printer.storage ?? 'usb', this.pace.silenceMs);
    this.loop = new SessionLoop(
      (session) => this.poll(session),
      (error) => this.see(unreachable(error, Date.now())),
      this.pace,
    );
  }

  async open(watcher: PrinterWatcher, { mode = 'drive' }: WatchOptions = {}): Promise<void> {
    [this.watcher, this.mode] = [watcher, mode];
    this.loop.start();
  }

  async start(print: PrintToStart): Promise<void> {
    refuseUnlessFree(this.starting ? 'preparing' : this.latest.state);
    this.starting = true;
    try {
      await this.files.upload(print);
      await this.files.start(print.remoteName).catch((error: unknown) => refuse(error));
    } catch (error) {
      if (error instanceof PrinterRefusal) await this.sweep();
      throw error;
    } finally {
      this.starting = false;
    }
  }

  async pause(): Promise<void> {
    refuseUnlessPrinting(this.latest.state, mayPauseIn);
    await this.tell('PUT', '/pause');
  }

  async resume(): Promise<void> {
    refuseUnlessPrinting(this.latest.state, mayResumeIn);
    await this.tell('PUT', '/resume');
  }

  async cancel(): Promise<void> {
    refuseUnlessPrinting(this.latest.state, mayCancelIn);
    await this.tell('DELETE', '');
    this.cancellingId = this.run?.jobId ?? null;
  }

  async close(): Promise<void> {
    this.watcher = null;
    await this.loop.stop();
  }

  /** Asks until the printer does not answer. */
  private async poll({ signal, alive }: Session): Promise<void> {
    let tidy = false;
    while (!signal.aborted) {
      // A small board that takes a file has no time for questions.
      if (!this.starting || this.latest.state === 'offline') {
        const ended = await this.look();
        alive();
        if ((ended || !tidy) && !this.starting) await this.sweep();
        tidy = true;
      }
      await pause(this.pace.pollMs, signal);
    }
  }

  /** @returns true when a print has ended */
  private async look(): Promise<boolean> {
    const status = prusaLinkStatusSchema.parse(await this.ask('/api/v1/status'));
    const nowMs = Date.now();
    const before = this.run;
    if (status.job && status.job.id !== this.run?.jobId) this.run = beginRun(status, await this.fileName(), nowMs);
    this.run = followRun(this.run, status, nowMs);
    if (this.run?.outcome !== null) this.cancellingId = null;
    const cancelling = this.run !== null && this.run.jobId === this.cancellingId;
    this.see(observePrusaLink(status, { run: this.run, cancelling, nowMs }));
    return before?.outcome === null && this.run?.outcome !== null;
  }

  private async fileName(): Promise<string> {
    const { file } = jobSchema.parse((await this.ask('/api/v1/job')) ?? {});
    return file?.display_name ?? file?.name ?? '';
  }

  private async sweep(): Promise<void> {
    if (this.mode === 'look') return;
    try {
      await this.files.sweep(this.run?.outcome === null ? this.run.remoteName : null);
    } catch (error) {
      this.watcher?.fault(error);
    }
  }

  private async tell(method: string, action: string): Promise<void> {
    const path = `/api/v1/job/${this.run?.jobId ?? 0}${action}`;
    await this.client.send(method, path, { timeoutMs: this.pace.silenceMs }).catch((error: unknown) => refuse(error));
  }

  private ask(path: string): Promise<unknown> {
    return this.client.send('GET', path, { timeoutMs: this.pace.silenceMs });
  }

  private see(observation: MachineObservation): void {
    this.latest = observation;
    this.watcher?.seen(observation);
  }
}

/** @throws PrinterRefusal when the printer has answered; the error itself when nobody knows what it did */
function refuse(error: unknown): never {
  if (!(error instanceof PrusaLinkFault || error instanceof CredentialsRefused)) throw error;
  const code = error instanceof PrusaLinkFault && error.status === 409 ? 'not_idle' : 'printer_error';
  throw new PrinterRefusal(code, error.message, { cause: error });
}
