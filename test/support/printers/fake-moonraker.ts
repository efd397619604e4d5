import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer, type WebSocket } from 'ws';
import { FakeKlipper, KlipperError } from './fake-klipper.js';

type Params = Record<string, unknown>;

/** Moonraker over real HTTP and WebSocket: the calls we use, its errors, and a Klipper that may die behind it. */
export class FakeMoonraker {
  readonly klipper = new FakeKlipper();
  /** Null trusts everyone. */
  apiKey: string | null = 'right-key';
  breakNextUpload = false;
  /** What the network does to the next file. */
  spoilNextUpload = false;
  /** Happens when a file has arrived, before we are told. */
  afterUpload: (name: string) => void = () => undefined;
  /** Every method that was called, for whoever counts them. */
  readonly called: string[] = [];
  /** As somebody has set them up in the printer's own pages. */
  webcams: { name: string; enabled: boolean; snapshot_url: string }[] = [];
  private readonly server: Server = createServer((request, response) => void this.answer(request, response));
  private readonly sockets = new WebSocketServer({ server: this.server, path: '/websocket' });
  private readonly known = new WeakSet<WebSocket>();

  async open(): Promise<void> {
    this.klipper.listen((changed) => this.notify('notify_status_update', [changed, 1]));
    this.sockets.on('connection', (socket, request) => {
      if (this.knows(request)) this.known.add(socket);
      socket.on('message', (data) => void this.receive(socket, (data as Buffer).toString()));
    });
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.dropAll();
    const closed = new Promise((resolve) => this.server.close(resolve));
    this.server.closeAllConnections();
    await closed;
  }

  /** Nobody may ask any more; whoever is inside is thrown out. */
  forbid(): void {
    this.apiKey = 'changed-key';
    this.dropAll();
  }

  /** Klipper's process ends: Moonraker stays, and says so on its socket alone. */
  klipperDies(): void {
    this.klipper.connected = false;
    this.notify('notify_klippy_disconnected', []);
  }

  klipperBegins(state: string): void {
    this.klipper.begin(state);
    if (state === 'ready') this.notify('notify_klippy_ready', []);
  }

  /** Hears and says nothing any more on the connections there are, without closing them. */
  freeze(): void {
    for (const socket of this.sockets.clients) socket.pause();
  }

  private dropAll(): void {
    for (const socket of this.sockets.clients) socket.terminate();
  }

  private notify(method: string, params: unknown[]): void {
    for (const socket of this.sockets.clients) socket.send(JSON.stringify({ jsonrpc: '2.0', method, params }));
  }

  private async receive(socket: WebSocket, text: string): Promise<void> {
    const { id, method, params = {} } = JSON.parse(text) as { id: number; method: string; params?: Params };
    this.called.push(method);
    const reply = (body: object): void => socket.send(JSON.stringify({ jsonrpc: '2.0', id, ...body }));
    try {
      if (method === 'server.connection.identify') this.identify(socket, params);
      else if (!this.known.has(socket)) throw new KlipperError(401, 'Unauthorized');
      reply({ result: (await this.call(method, params)) ?? 'ok' });
    } catch (error) {
      const { code, message } = error as KlipperError;
      reply({ error: { code, message } });
    }
  }

  private identify(socket: WebSocket, { api_key, type }: Params): void {
    if (type === 'agent') throw new KlipperError(400, 'Agent is already registered');
    if (this.apiKey === null || api_key === this.apiKey) this.known.add(socket);
    else throw new KlipperError(401, 'Unauthorized');
  }

  private call(method: string, params: Params): unknown {
    const { klipper } = this;
    if (method.startsWith('printer.') && !klipper.connected) throw new KlipperError(503, 'Klippy Host not connected');
    const name = String(params['filename']);
    switch (method) {
      case 'server.connection.identify':
        return { connection_id: 1 };
      case 'server.info':
        return {
          klippy_connected: klipper.connected,
          klippy_state: klipper.connected ? klipper.objects['webhooks']?.['state'] : 'disconnected',
        };
      case 'printer.info':
        return { state_message: klipper.objects['webhooks']?.['state_message'] };
      case 'printer.objects.list':
        return { objects: Object.keys(klipper.objects) };
      case 'printer.objects.subscribe':
        return { eventtime: 1, status: pick(klipper.objects, params['objects'] as Params) };
      case 'server.webcams.list':
        return { webcams: this.webcams };
      case 'server.history.list':
        return { count: klipper.history.length, jobs: klipper.history.slice(0, 1) };
      case 'server.files.metadata':
        return klipper.metadata(name);
      case 'server.files.list':
        return [...klipper.files].map(([path, size]) => ({ path, size, modified: 1, permissions: 'rw' }));
      case 'server.files.delete_file':
        return void klipper.files.delete(String(params['path']).replace('gcodes/', ''));
      case 'printer.print.start':
        return klipper.start(name);
      case 'printer.print.pause':
        return klipper.pause();
      case 'printer.print.resume':
        return klipper.resume();
      case 'printer.print.cancel':
        return klipper.cancel();
      case 'printer.emergency_stop':
        return klipper.shutDown('Shutdown due to webhooks request');
      case 'printer.gcode.script':
        return void klipper.scripts.push(String(params['script']));
      default:
        throw new KlipperError(-32_601, 'Method not found');
    }
  }

  private knows(request: IncomingMessage): boolean {
    return this.apiKey === null || request.headers['x-api-key'] === this.apiKey;
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const fail = (status: number, message: string): void => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ error: { code: status, message } }));
    };
    if (!this.knows(request)) return fail(401, 'Unauthorized');
    if (request.url !== '/server/files/upload') return fail(404, 'Unknown');
    if (this.breakNextUpload) {
      this.breakNextUpload = false;
      return void request.once('data', () => request.socket.destroy());
    }
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const headers = { 'content-type': request.headers['content-type'] ?? '' };
    const form = await new Response(Buffer.concat(chunks), { headers }).formData();
    const file = form.get('file') as File;
    const content = Buffer.from(await file.arrayBuffer());
    if (this.spoilNextUpload) content[0] = 0;
    this.spoilNextUpload = false;
    const sum = createHash('sha256').update(content).digest('hex');
    if (form.has('checksum') && form.get('checksum') !== sum) return fail(422, 'File checksum mismatch');
    if (this.klipper.busy && this.klipper.objects['print_stats']?.['filename'] === file.name) {
      return fail(403, 'File is loaded, upload not permitted');
    }
    this.klipper.files.set(file.name, content.length);
    this.afterUpload(file.name);
    response.writeHead(201, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ item: { path: file.name, root: 'gcodes' }, action: 'create_file' }));
  }
}

function pick(objects: Record<string, Params>, wanted: Params): Record<string, Params> {
  return Object.fromEntries(Object.entries(objects).filter(([name]) => name in wanted));
}
