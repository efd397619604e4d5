import { createHash, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

interface StoredFile {
  readonly short: string;
  readonly size: number;
}

const md5 = (text: string): string => createHash('md5').update(text).digest('hex');
const filesPath = '/api/v1/files/usb/';

/** PrusaLink over real HTTP: Digest or key, one transfer at a time, short names beside the long ones. */
export class FakePrusaLink {
  password = 'right-password';
  apiKey = 'right-key';
  breakNextUpload = false;
  full = false;
  /** Happens when a file has arrived, before we are told. */
  afterUpload: () => void = () => undefined;
  /** Happens when it was told to start, before it does; when it gives false, nothing starts. */
  beforeStart: () => Promise<boolean> = async () => true;
  state = 'IDLE';
  job: { id: number; name: string; progress: number; remaining: number; printing: number } | null = null;
  heat = { nozzle: 24, target: 0 };
  /** What its camera sees; null where there is none. */
  picture: Uint8Array | null = null;
  readonly starts: string[] = [];
  readonly files = new Map<string, StoredFile>();
  /** Every request that was let in, as `METHOD path`. */
  readonly asked: string[] = [];
  private nonce = randomBytes(8).toString('hex');
  private lastJobId = 100;
  /** It takes one file at a time, whoever sends it. */
  transferring = false;
  private readonly server: Server = createServer((request, response) => void this.answer(request, response));

  async open(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve));
    this.server.closeAllConnections();
    await closed;
  }

  /** Forgets the question it asked, as after a restart. */
  askAnew(): void {
    this.nonce = randomBytes(8).toString('hex');
  }

  get busy(): boolean {
    return ['PRINTING', 'PAUSED', 'ATTENTION', 'BUSY'].includes(this.state);
  }

  print(name: string): void {
    this.starts.push(name);
    this.lastJobId += 1;
    this.job = { id: this.lastJobId, name, progress: 0, remaining: 1000, printing: 0 };
    this.heat = { nozzle: 60, target: 215 };
    this.state = 'PRINTING';
  }

  /** Only whole per cents are told. */
  printTo(share: number): void {
    const { job } = this;
    if (!job) return;
    this.heat = { nozzle: 215, target: 215 };
    this.job = { ...job, progress: Math.floor(share * 100), remaining: Math.round(1000 * (1 - share)), printing: 60 };
  }

  end(state: string): void {
    this.state = state;
  }

  /** Somebody sends the end away on the printer's own screen. */
  dismiss(): void {
    [this.state, this.job] = ['IDLE', null];
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url = '' } = request;
    if (!this.knows(request)) {
      response.setHeader('www-authenticate', `Digest realm="Printer API", nonce="${this.nonce}", stale="false"`);
      return void response.writeHead(401).end();
    }
    this.asked.push(`${method} ${url}`);
    const reply = (status: number, body?: unknown): void => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(body === undefined ? undefined : JSON.stringify(body));
    };
    if (url === '/api/v1/status') return reply(200, this.status());
    if (url === '/api/v1/cameras/snap') return this.showPicture(response);
    if (url === '/api/v1/job') return this.job ? reply(200, this.describeJob(this.job)) : reply(204);
    if (url.startsWith('/api/v1/job/')) return reply(this.command(method, url.slice('/api/v1/job/'.length)));
    if (method === 'GET' && url === filesPath) return reply(200, this.list());
    if (!url.startsWith(filesPath)) return reply(404, { title: 'Not found', text: url });
    const name = decodeURIComponent(url.slice(filesPath.length));
    if (method === 'PUT') return this.take(name, request, reply);
    if (method === 'POST') return reply((await this.beforeStart()) ? this.start(name) : 503);
    return reply(this.remove(name));
  }

  private showPicture(response: ServerResponse): void {
    if (this.picture) response.writeHead(200, { 'content-type': 'image/png' }).end(this.picture);
    else response.writeHead(204).end();
  }

  private status(): unknown {
    const { job, heat } = this;
    return {
      storage: { path: '/usb/', name: 'usb', read_only: false },
      ...(job && {
        job: { id: job.id, progress: job.progress, time_remaining: job.remaining, time_printing: job.printing },
      }),
      printer: {
        state: this.state,
        temp_bed: 24,
        target_bed: 0,
        temp_nozzle: heat.nozzle,
        target_nozzle: heat.target,
        axis_z: 0,
        flow: 100,
        speed: 100,
      },
    };
  }

  private describeJob({ id, name }: NonNullable<FakePrusaLink['job']>): unknown {
    const short = this.files.get(name)?.short ?? name;
    return { id, state: this.state, file: { name: short, display_name: name, path: '/usb' } };
  }

  private list(): unknown {
    const children = [...this.files].map(([display_name, { short }]) => ({
      name: short,
      display_name,
      type: 'PRINT_FILE',
    }));
    return { type: 'FOLDER', name: 'usb', children };
  }

  private command(method: string, rest: string): number {
    const [id, action = ''] = rest.split('/');
    if (!this.job || Number(id) !== this.job.id || !this.busy) return 409;
    if (method === 'DELETE') this.state = 'BUSY';
    else if (action === 'pause' && this.state === 'PRINTING') this.state = 'PAUSED';
    else if (action === 'resume') this.state = 'PRINTING';
    else return 409;
    return 204;
  }

  private start(name: string): number {
    if (!this.files.has(name)) return 404;
    if (this.busy) return 409;
    this.print(name);
    return 204;
  }

  private remove(short: string): number {
    const name = [...this.files].find(([, file]) => file.short === short)?.[0];
    if (name === undefined) return 404;
    if (this.busy && this.job?.name === name) return 409;
    this.files.delete(name);
    return 204;
  }

  private async take(
    name: string,
    request: IncomingMessage,
    reply: (status: number, body?: unknown) => void,
  ): Promise<void> {
    const declared = Number(request.headers['content-length']);
    if (!(declared > 0)) return reply(411, { title: 'Length required', text: 'Content-Length is missing' });
    if (this.transferring) return reply(409, { title: 'Conflict', text: 'Another transfer is going on' });
    if (!/^[\w.-]+$/.test(name)) return reply(422, { title: 'Unprocessable', text: 'Bad characters' });
    this.transferring = true;
    try {
      if (this.breakNextUpload) {
        this.breakNextUpload = false;
        return void request.once('data', () => request.socket.destroy());
      }
      let size = 0;
      for await (const chunk of request) size += (chunk as Buffer).length;
      if (this.full) return reply(507, { title: 'Insufficient storage', text: 'The drive is full' });
      this.files.set(name, { short: `${name.slice(0, 6).toUpperCase()}~1.GCO`, size });
      this.afterUpload();
      reply(201, { name });
    } finally {
      this.transferring = false;
    }
  }

  private knows({ method = '', url = '', headers }: IncomingMessage): boolean {
    if (headers['x-api-key'] !== undefined) return headers['x-api-key'] === this.apiKey;
    const fields = new Map(
      [...(headers.authorization ?? '').matchAll(/(\w+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, value]),
    );
    const ha1 = md5(`maker:Printer API:${this.password}`);
    const expected = md5(`${ha1}:${this.nonce}:${md5(`${method}:${url}`)}`);
    return fields.get('nonce') === this.nonce && fields.get('response') === expected;
  }
}
