import { pictureTypeOf, type BridgeCommand, type PictureRefusal, type PictureType } from '#libs/contracts';
import { NoCamera, type PrinterAdapter } from './adapters/printer-adapter.js';
import type { BridgeLog } from './log.js';

type PictureOrder = Extract<BridgeCommand, { type: 'photograph' }>;

interface Taken {
  readonly content: Uint8Array<ArrayBuffer>;
  readonly type: PictureType;
}

interface NotTaken {
  readonly refusal: PictureRefusal;
  readonly why: string;
}

/** Shorter than anybody waits, so that a refusal arrives while it is waited for. */
const patienceMs = 8000;

/**
 * Brings pictures of cameras to whoever asked. Nothing of it is written down or tried again: a picture that nobody waits
 * for any more is thrown away. Commands to the printer go their own way meanwhile.
 */
export class Photographer {
  private readonly under = new Set<Promise<void>>();
  private readonly stopped = new AbortController();

  /** @param adapterOf undefined for a printer that is not here */
  constructor(
    private readonly adapterOf: (slug: string) => PrinterAdapter | undefined,
    private readonly log: BridgeLog,
    private readonly waitMs = patienceMs,
  ) {}

  /** Begins; what comes of it is told at the order's address. */
  bring(order: PictureOrder): void {
    const running = this.answer(order)
      .catch((error: unknown) => {
        if (this.stopped.signal.aborted) return;
        this.log.warn(`${order.printer}: the picture was not taken: ${(error as Error).message}`);
      })
      .finally(() => this.under.delete(running));
    this.under.add(running);
  }

  async close(): Promise<void> {
    this.stopped.abort(new Error('The bridge is stopping'));
    await Promise.all(this.under);
  }

  private async answer({ printer, url }: PictureOrder): Promise<void> {
    const signal = AbortSignal.any([this.stopped.signal, AbortSignal.timeout(this.waitMs)]);
    const taken = await this.take(printer, signal);
    if ('refusal' in taken) return this.refuse(printer, url, taken);
    const { content, type } = taken;
    await send(url, { method: 'PUT', body: content, headers: { 'content-type': type } }, this.sending());
  }

  private async take(printer: string, signal: AbortSignal): Promise<Taken | NotTaken> {
    try {
      const content = await withDeadline(this.adapterOf(printer)?.snapshot?.(signal), signal);
      if (content === undefined) throw new NoCamera('It has no camera');
      const type = pictureTypeOf(content);
      if (type === null) throw new Error('What the camera sent is no whole picture');
      return { content: new Uint8Array(content), type };
    } catch (error) {
      const refusal: PictureRefusal = error instanceof NoCamera ? 'no_camera' : 'no_picture';
      return { refusal, why: (error as Error).message };
    }
  }

  private async refuse(printer: string, url: string, { refusal, why }: NotTaken): Promise<void> {
    this.log.info(`${printer}: ${refusal}, ${why}`);
    const address = new URL(url);
    address.searchParams.set('reason', refusal);
    await send(address.href, { method: 'DELETE' }, this.sending());
  }

  private sending(): AbortSignal {
    return AbortSignal.any([this.stopped.signal, AbortSignal.timeout(this.waitMs)]);
  }
}

/** An adapter may be in the middle of something that knows no signal. */
function withDeadline<T>(work: Promise<T> | undefined, signal: AbortSignal): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    Promise.resolve(work).then(resolve, reject);
  });
}

async function send(url: string, request: RequestInit, signal: AbortSignal): Promise<void> {
  const response = await fetch(url, { ...request, signal });
  await response.body?.cancel();
  if (!response.ok) throw new Error(`the server answers ${response.status}`);
}
