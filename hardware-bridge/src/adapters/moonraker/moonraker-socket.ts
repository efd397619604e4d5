import { WebSocket, type RawData } from 'ws';
import { z } from 'zod';
import { closeOnSilence } from '../network/close-on-silence.js';
import { CredentialsRefused } from '../network/printer-unreachable.js';

/** Moonraker answered that it will not, or cannot. Its text is the clean one; over HTTP some say "Unknown". */
export class RpcFault extends Error {
  constructor(
    readonly code: number,
    message: string,
  ) {
    super(message);
  }
}

export type Notice = (method: string, params: readonly unknown[]) => void;

interface Call {
  resolve(result: unknown): void;
  reject(error: Error): void;
}

const messageSchema = z.union([
  z.object({ id: z.number(), result: z.unknown(), error: z.undefined().optional() }),
  z.object({ id: z.number(), error: z.object({ code: z.number(), message: z.string() }) }),
  z.object({ method: z.string(), params: z.array(z.unknown()).default([]) }),
]);

/** One connection to Moonraker's JSON-RPC. A call waits for as long as the printer takes, or until the connection is lost. */
export class MoonrakerSocket {
  private readonly calls = new Map<number, Call>();
  private lastId = 0;
  /** Rejects with the reason when the connection is lost. */
  readonly lost: Promise<never>;

  private constructor(
    private readonly socket: WebSocket,
    private readonly onNotice: Notice,
    silenceMs: number,
  ) {
    this.lost = new Promise((_, reject) => socket.once('close', () => reject(new Error('Moonraker has hung up'))));
    this.lost.catch((error: Error) => this.end(error));
    socket.on('message', (data) => this.receive(data));
    closeOnSilence(socket, silenceMs);
  }

  /** @param url Moonraker's own, `http://voron.local:7125` */
  static async connect(
    url: string,
    { apiKey, silenceMs, onNotice }: { apiKey: string | undefined; silenceMs: number; onNotice: Notice },
  ): Promise<MoonrakerSocket> {
    const address = new URL('websocket', url.endsWith('/') ? url : `${url}/`);
    address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
    const headers = apiKey === undefined ? {} : { 'x-api-key': apiKey };
    const socket = new WebSocket(address, { headers, handshakeTimeout: silenceMs });
    await new Promise<void>((resolve, reject) => {
      socket.once('open', resolve);
      socket.once('error', (error) => reject(/\b40[13]\b/.test(error.message) ? refused(error) : error));
    });
    // From here on a fault is followed by `close`, which is what ends the session.
    socket.on('error', () => undefined);
    return new MoonrakerSocket(socket, onNotice, silenceMs);
  }

  /** @throws RpcFault when Moonraker says no; Error when the connection is lost before it answers */
  call(method: string, params: Readonly<Record<string, unknown>> = {}): Promise<unknown> {
    const id = ++this.lastId;
    return new Promise((resolve, reject) => {
      this.calls.set(id, { resolve, reject });
      this.socket.send(JSON.stringify({ jsonrpc: '2.0', id, method, params }), (error) => {
        if (error) this.settle(id)?.reject(error);
      });
    });
  }

  close(): void {
    this.socket.terminate();
  }

  private receive(data: RawData): void {
    const message = messageSchema.safeParse(JSON.parse((data as Buffer).toString('utf8')));
    if (!message.success) return;
    if ('method' in message.data) return this.onNotice(message.data.method, message.data.params);
    const call = this.settle(message.data.id);
    if (message.data.error === undefined) return call?.resolve(message.data.result);
    const { code, message: text } = message.data.error;
    call?.reject(code === 401 ? new CredentialsRefused(text) : new RpcFault(code, text));
  }

  private settle(id: number): Call | undefined {
    const call = this.calls.get(id);
    this.calls.delete(id);
    return call;
  }

  private end(error: Error): void {
    for (const id of this.calls.keys()) this.settle(id)?.reject(error);
  }
}

function refused(cause: Error): CredentialsRefused {
  return new CredentialsRefused('Moonraker does not know the key', { cause });
}
