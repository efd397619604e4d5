import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { printerEventSchema, type PrinterEvent } from '#libs/contracts';
import type { BridgeStore, StoreWrite } from '../store/bridge-store.js';

/** A fact before it is an event of this session. */
export type EventFact = Pick<PrinterEvent, 'type' | 'job' | 'occurredAt' | 'reason' | 'filamentMillimetres'>;

interface PendingEvent {
  readonly printer: string;
  readonly event: PrinterEvent;
}

/** Sends one event; resolves when the broker has it. */
export type EventSender = (printer: string, event: PrinterEvent, stopped: AbortSignal) => Promise<void>;

const prefix = 'event!';
const retryMs = 500;

/**
 * Events on the disk until the broker has them. Each gets its session and number when it is made and keeps them; they
 * leave one by one, in that order, whatever happens to broker or bridge in between.
 */
export class EventOutbox {
  private readonly lastSeq = new Map<string, number>();
  private readonly stopped = new AbortController();
  private delivering: Promise<void> | null = null;
  private wakeUp: () => void = () => undefined;

  private constructor(
    private readonly store: BridgeStore,
    private lastKey: number,
  ) {}

  static async open(store: BridgeStore): Promise<EventOutbox> {
    const keys = await store.entries<PendingEvent>(prefix);
    return new EventOutbox(store, Number(keys.at(-1)?.[0].slice(prefix.length) ?? 0));
  }

  /**
   * Writes facts and whatever belongs to them at once. A printer's facts must be given one after the other, each
   * awaited: a write that fails leaves no gap in the numbers.
   */
  async append(printer: string, facts: readonly EventFact[], alongside: readonly StoreWrite[] = []): Promise<void> {
    const before = this.lastSeq.get(printer) ?? 0;
    const pending = facts.map((fact, index) => ({ printer, event: this.makeEvent(fact, before + index + 1) }));
    const puts = pending.map((value) => ({ type: 'put' as const, key: this.nextKey(), value }));
    await this.store.write([...alongside, ...puts]);
    this.lastSeq.set(printer, before + facts.length);
    if (facts.length > 0) this.wakeUp();
  }

  /** Events the broker has not acknowledged, oldest first. */
  async pending(): Promise<PendingEvent[]> {
    return (await this.store.entries<PendingEvent>(prefix)).map(([, event]) => event);
  }

  /** Begins to send; goes on until {@link stop}. @param onFailure is told why an event has to be tried again */
  deliver(send: EventSender, onFailure: (error: unknown) => void): void {
    this.delivering ??= this.deliverAll(send, onFailure);
  }

  /** An event that is on its way may be sent again after the next start. */
  async stop(): Promise<void> {
    this.stopped.abort(new Error('The bridge stops'));
    this.wakeUp();
    await this.delivering;
  }

  private async deliverAll(send: EventSender, onFailure: (error: unknown) => void): Promise<void> {
    const { signal } = this.stopped;
    while (!signal.aborted) {
      const woken = new Promise<void>((resolve) => (this.wakeUp = resolve));
      try {
        const found = await this.deliverFirst(send);
        if (!found) await woken;
      } catch (error) {
        if (signal.aborted) return;
        onFailure(error);
        await setTimeout(retryMs);
      }
    }
  }

  /** Always looks from the beginning: an event is only gone when the broker has it. */
  private async deliverFirst(send: EventSender): Promise<boolean> {
    const [first] = await this.store.entries<PendingEvent>(prefix, 1);
    if (!first) return false;
    const [key, { printer, event }] = first;
    await send(printer, event, this.stopped.signal);
    await this.store.write([{ type: 'del', key }]);
    return true;
  }

  private makeEvent(fact: EventFact, seq: number): PrinterEvent {
    const ts = new Date().toISOString();
    return printerEventSchema.parse({ v: 1, session: this.store.session, seq, ts, id: randomUUID(), ...fact });
  }

  private nextKey(): string {
    return `${prefix}${String(++this.lastKey).padStart(12, '0')}`;
  }
}
