import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Clock, Database } from '#libs/platform';
import type { PrinterAddress } from '../printer/printer.repository.js';
import {
  bucketStartMs,
  foldTemperatures,
  type TemperatureBucket,
  type Temperatures,
} from '../rules/temperature-bucket.js';
import { TemperatureRepository, type Heard } from './temperature.repository.js';

const flushMs = 1000;

/**
 * Gathers what printers say of their heaters every second, and writes it in two statements for all of them: the newest
 * at once, what was heard in ten seconds when they are over. What a crash takes is a few seconds of a curve.
 */
@Injectable()
export class TemperatureRecorder implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(TemperatureRecorder.name);
  private newest = new Map<string, Heard<Temperatures>>();
  private readonly open = new Map<string, Heard<TemperatureBucket>>();
  private closed: Heard<TemperatureBucket>[] = [];
  private timer: NodeJS.Timeout | undefined;
  private writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly repository: TemperatureRepository,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => this.flushInTurn(), flushMs);
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    for (const address of this.open.keys()) this.closeBucket(address);
    this.flushInTurn();
    await this.writing;
  }

  /** Takes one message; by our own clock, for nobody sees to the bridge's. */
  note(address: PrinterAddress, { nozzle, nozzleTarget, bed, bedTarget }: Temperatures): void {
    const key = `${address.hub}/${address.bridge}/${address.printer}`;
    const atMs = this.clock.now().getTime();
    const content = { nozzle, nozzleTarget, bed, bedTarget };
    if (this.open.get(key)?.content.startsAtMs !== bucketStartMs(atMs)) this.closeBucket(key);
    this.newest.set(key, { address, content });
    this.open.set(key, { address, content: foldTemperatures(this.open.get(key)?.content, content, atMs) });
  }

  /** Writes what there is to write. What cannot be written is lost: the next second brings the next. */
  async flush(): Promise<void> {
    const current = bucketStartMs(this.clock.now().getTime());
    for (const [key, { content }] of this.open) if (content.startsAtMs !== current) this.closeBucket(key);
    const [newest, closed] = [[...this.newest.values()], this.closed];
    [this.newest, this.closed] = [new Map(), []];
    if (newest.length > 0) await this.database.transaction((tx) => this.repository.show(tx, newest));
    if (closed.length > 0) await this.database.transaction((tx) => this.repository.keep(tx, closed));
  }

  private flushInTurn(): void {
    this.writing = this.writing
      .then(() => this.flush())
      .catch((error: unknown) => this.logger.warn(`temperatures were not kept: ${String(error)}`));
  }

  private closeBucket(key: string): void {
    const bucket = this.open.get(key);
    if (bucket === undefined) return;
    this.open.delete(key);
    this.closed.push(bucket);
  }
}
