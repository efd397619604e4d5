import { z } from 'zod';
import type { MoonrakerPrinter } from '../../bridge-options.js';
import { SerialQueue } from '../../serial-queue.js';
import type { Pace } from '../network/pace.js';
import { unseen } from '../network/printer-unreachable.js';
import { pause, type Session } from '../network/session-loop.js';
import type { MachineObservation, PrinterWatcher } from '../printer-adapter.js';
import { watchedObjects } from './klipper-status.js';
import { KlipperWatch } from './klipper-watch.js';
import { sweepMoonraker } from './moonraker-files.js';
import { MoonrakerSocket } from './moonraker-socket.js';

const infoSchema = z.object({ klippy_connected: z.boolean(), klippy_state: z.string() });
const printerInfoSchema = z.object({ state_message: z.string() });
const objectNamesSchema = z.object({ objects: z.array(z.string()) });
const objectsSchema = z.record(z.string(), z.record(z.string(), z.unknown()));
const subscribedSchema = z.object({ status: objectsSchema });

export interface SessionParts {
  readonly printer: MoonrakerPrinter;
  readonly pace: Pace;
  readonly watcher: PrinterWatcher;
  /** False while a file of ours is there that is not printed yet. */
  readonly maySweep: () => boolean;
}

/** One connection to Moonraker, from its opening to its loss, and the Klipper that comes and goes behind it. */
export class MoonrakerSession {
  /** Null while there is no Klipper to be seen. */
  watch: KlipperWatch | null = null;
  /** Looks take turns: to know a print may need questions to Moonraker. */
  private readonly turns = new SerialQueue();
  private klipperLeft: () => void = () => undefined;

  private constructor(
    readonly socket: MoonrakerSocket,
    private readonly parts: SessionParts,
  ) {}

  static async open(parts: SessionParts): Promise<MoonrakerSession> {
    const { printer, pace } = parts;
    const early: [string, readonly unknown[]][] = [];
    let notice = (...heard: [string, readonly unknown[]]): void => void early.push(heard);
    const socket = await MoonrakerSocket.connect(printer.url, {
      apiKey: printer.apiKey,
      silenceMs: pace.silenceMs,
      onNotice: (method, params) => notice(method, params),
    });
    const session = new MoonrakerSession(socket, parts);
    notice = (method, params) => session.hear(method, params);
    for (const heard of early) notice(...heard);
    return session;
  }

  /** Goes on until the connection is lost. @throws Error why it was */
  async run({ signal, alive }: Session): Promise<void> {
    await this.introduce();
    while (!signal.aborted) {
      const left = new Promise<void>((resolve) => (this.klipperLeft = resolve));
      const { klippy_connected, klippy_state } = infoSchema.parse(await this.socket.call('server.info'));
      alive();
      const state = klippy_connected ? klippy_state : 'disconnected';
      if (state === 'ready' || state === 'shutdown') {
        await this.subscribe(signal);
        await left;
        this.watch = null;
      } else {
        this.see(await this.describe(state));
        // Moonraker tells when Klipper is ready, but not when it has failed to become so.
        await pause(this.parts.pace.pollMs, signal);
      }
    }
  }

  /** Removes our files from the printer, but for the one that is needed. */
  async sweep(): Promise<void> {
    if (!this.parts.maySweep()) return;
    try {
      await sweepMoonraker(this.socket, this.watch?.fileInUse ?? null);
    } catch (error) {
      this.parts.watcher.fault(error);
    }
  }

  close(): void {
    this.socket.close();
  }

  private async introduce(): Promise<void> {
    const { apiKey } = this.parts.printer;
    await this.socket.call('server.connection.identify', {
      client_name: 'digikeskus',
      version: '1',
      type: 'bot',
      url: 'https://digikeskus.example',
      ...(apiKey !== undefined && { api_key: apiKey }),
    });
  }

  private async describe(state: string): Promise<MachineObservation> {
    const nowMs = Date.now();
    if (state === 'startup') return unseen('starting', null, nowMs);
    if (state !== 'error') return unseen('offline', { code: 'network', native: `Klipper is ${state}` }, nowMs);
    const { state_message: native } = printerInfoSchema.parse(await this.socket.call('printer.info'));
    return unseen('error', { code: 'machine', native }, nowMs);
  }

  /** What was missed may have been the end of one print and the beginning of another: it is looked at afresh. */
  private async subscribe(signal: AbortSignal): Promise<void> {
    const { socket } = this;
    const { objects: names } = objectNamesSchema.parse(await socket.call('printer.objects.list'));
    const objects = Object.fromEntries(watchedObjects(names).map((name) => [name, null]));
    await this.turns.run(async () => {
      const { status } = subscribedSchema.parse(await socket.call('printer.objects.subscribe', { objects }));
      this.watch = new KlipperWatch(socket, status, signal, (observation) => this.see(observation));
      await this.watch.follow();
    });
    await this.sweep();
  }

  private hear(method: string, params: readonly unknown[]): void {
    if (method === 'notify_klippy_disconnected') this.klipperLeft();
    if (method !== 'notify_status_update') return;
    this.turns
      .run(async () => {
        const ended = await this.watch?.follow(objectsSchema.parse(params[0]));
        if (ended === true) await this.sweep();
      })
      .catch((error: unknown) => {
        // What cannot be understood is not watched: the connection is opened anew.
        this.parts.watcher.fault(error);
        this.close();
      });
  }

  private see(observation: MachineObservation): void {
    this.parts.watcher.seen(observation);
  }
}
