import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer, type WebSocket } from 'ws';

interface Answer {
  readonly status: number;
  readonly body?: unknown;
}

const everything = ['STATUS', 'CONTROL', 'PRINT', 'FILES_LIST', 'FILES_UPLOAD', 'FILES_DELETE'];
const working = ['Starting', 'Printing', 'Pausing', 'Paused', 'Resuming', 'Cancelling', 'Finishing'];

/** OctoPrint over real HTTP and WebSocket: states that are sentences, events that come once, and no state for an end. */
export class FakeOctoPrint {
  apiKey = 'right-key';
  permissions = everything;
  breakNextUpload = false;
  /** Happens when a file has arrived, before we are told. */
  afterUpload: () => void = () => undefined;
  /** Events get lost, as on a connection that breaks at that moment. */
  losesEvents = false;
  text = 'Operational';
  error = '';
  file: string | null = null;
  completion: number | null = null;
  readonly files = new Set<string>();
  readonly starts: string[] = [];
  /** The bodies of all commands to the job. */
  readonly commands: unknown[] = [];
  /** Where its people have set up a webcam; null where they have not. */
  snapshotUrl: string | null = null;
  private tool = { actual: 22, target: 0 };
  private readonly server: Server = createServer((request, response) => void this.answer(request, response));
  private readonly sockets = new WebSocketServer({ server: this.server, path: '/sockjs/websocket' });
  private readonly known = new Set<WebSocket>();

  async open(): Promise<void> {
    this.sockets.on('connection', (socket) => {
      socket.send(JSON.stringify({ connected: { version: '1.11.2' } }));
      socket.on('close', () => this.known.delete(socket));
      socket.on('message', (data) => {
        const { auth } = JSON.parse((data as Buffer).toString()) as { auth?: string };
        if (auth !== `bridge:session-of-${this.apiKey}`) return;
        this.known.add(socket);
        socket.send(JSON.stringify({ history: this.current() }));
      });
    });
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets.clients) socket.terminate();
    const closed = new Promise((resolve) => this.server.close(resolve));
    this.server.closeAllConnections();
    await closed;
  }

  forbid(): void {
    this.apiKey = 'changed-key';
    this.endSessions();
  }

  /** Whoever listens has to sign in again. */
  endSessions(): void {
    for (const socket of this.known) socket.send(JSON.stringify({ reauthRequired: { reason: 'logout' } }));
  }

  get busy(): boolean {
    return working.includes(this.text);
  }

  show(text: string, error = ''): void {
    [this.text, this.error] = [text, error];
    this.push({ current: this.current() });
  }

  print(name: string): void {
    this.starts.push(name);
    [this.file, this.completion, this.tool] = [name, 0, { actual: 60, target: 215 }];
    this.show('Starting');
    this.tell('PrintStarted', { name, path: name });
    this.show('Printing');
  }

  printTo(share: number): void {
    [this.completion, this.tool] = [share * 100, { actual: 215, target: 215 }];
    this.show('Printing');
  }

  finish(): void {
    this.completion = 100;
    this.show('Finishing');
    this.tell('PrintDone', { name: this.file, time: 1000 });
    this.show('Operational');
  }

  /** The state is there before the events; a cancelled print is told as failed, too. */
  endCancelling(): void {
    this.completion = null;
    this.show('Operational');
    this.tell('PrintCancelled', { name: this.file });
    this.tell('PrintFailed', { name: this.file, reason: 'cancelled' });
  }

  breakDown(error: string): void {
    this.tell('PrintFailed', { name: this.file, reason: 'error' });
    this.show('Offline after error', error);
  }

  private tell(type: string, payload: object): void {
    if (!this.losesEvents) this.push({ event: { type, payload } });
  }

  private push(message: object): void {
    for (const socket of this.known) socket.send(JSON.stringify(message));
  }

  private current(): unknown {
    const { text, error, file, completion, tool } = this;
    const left = completion === null ? null : 1000 * (1 - completion / 100);
    return {
      state: { text, error, flags: {} },
      job: { file: { name: file, path: file, origin: 'local' }, user: 'bridge' },
      progress: { completion, filepos: 0, printTime: completion === null ? null : 60, printTimeLeft: left },
      temps: [{ time: 1, tool0: tool, bed: { actual: 24, target: 0 } }],
      logs: ['Recv: ok'],
    };
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (this.breakNextUpload && request.url === '/api/files/local' && request.method === 'POST') {
      this.breakNextUpload = false;
      return void request.once('data', () => request.socket.destroy());
    }
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { status, body } = await this.handle(request, Buffer.concat(chunks));
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(body === undefined ? undefined : JSON.stringify(body));
  }

  private async handle({ method = '', url = '', headers }: IncomingMessage, content: Buffer): Promise<Answer> {
    if (headers['x-api-key'] !== this.apiKey) return { status: 403, body: { error: 'Invalid key' } };
    if (url === '/api/login') return { status: 200, body: { name: 'bridge', session: `session-of-${this.apiKey}` } };
    if (url === '/api/currentuser') return { status: 200, body: { name: 'bridge', permissions: this.permissions } };
    if (url === '/api/settings') {
      return { status: 200, body: { webcam: { webcamEnabled: true, snapshotUrl: this.snapshotUrl } } };
    }
    if (method === 'GET' && url === '/api/files/local') {
      return {
        status: 200,
        body: { files: [...this.files].map((name) => ({ name, path: name, type: 'machinecode' })) },
      };
    }
    if (!this.permissions.includes('PRINT')) return { status: 403, body: { error: 'Forbidden' } };
    if (url === '/api/files/local') return this.take(content, headers['content-type'] ?? '');
    if (url.startsWith('/api/files/local/')) return this.handleFile(method, url.slice('/api/files/local/'.length));
    const command = JSON.parse(content.toString()) as { command: string; action?: string };
    if (url === '/api/job') return this.handleJob(command);
    if (url !== '/api/printer/command') return { status: 404, body: { error: 'Not found' } };
    this.breakDown('Emergency stop');
    return { status: 204 };
  }

  private async take(content: Buffer, type: string): Promise<Answer> {
    const form = await new Response(content, { headers: { 'content-type': type } }).formData();
    const { name } = form.get('file') as File;
    if (this.busy && this.file === name) return { status: 409, body: { error: 'The file is being printed' } };
    this.files.add(name);
    this.afterUpload();
    return { status: 201, body: { files: { local: { name, path: name } }, done: true } };
  }

  private handleFile(method: string, name: string): Answer {
    if (!this.files.has(name)) return { status: 404, body: { error: 'Not found' } };
    if (this.busy && (method === 'POST' || this.file === name)) {
      return { status: 409, body: { error: 'Printer is already printing' } };
    }
    if (method === 'POST') {
      if (this.text !== 'Operational') return { status: 409, body: { error: 'Printer is not operational' } };
      this.print(name);
    } else {
      this.files.delete(name);
      // A file that is no more cannot be selected.
      if (this.file === name) [this.file, this.completion] = [null, null];
      this.show(this.text, this.error);
    }
    return { status: 204 };
  }

  private handleJob(command: { command: string; action?: string }): Answer {
    this.commands.push(command);
    if (!this.busy) return { status: 409, body: { error: 'Printer is neither printing nor paused' } };
    if (command.command === 'cancel') this.show('Cancelling');
    else {
      const toPaused = command.action === 'pause' || (command.action === undefined && this.text === 'Printing');
      if (toPaused) this.show('Pausing');
      this.show(toPaused ? 'Paused' : 'Printing');
    }
    return { status: 204 };
  }
}
