import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer, type TLSSocket } from 'node:tls';
import type { ServerCertificate } from './printer-certificate.js';

interface Visitor {
  readonly control: TLSSocket;
  user: string;
  known: boolean;
  isProtected: boolean;
  data: { readonly server: Server; readonly socket: Promise<Socket> } | null;
}

const bogusHost = '192,168,250,250';

/**
 * FTP in TLS from the first byte, as Bambu Lab's printers have it: nothing but PASV, with an address that is made up; the
 * data connection begins its TLS only after the 150, and must take up the session of the control connection.
 */
export class FakeFtps {
  accessCode = 'right-code';
  breakNextUpload = false;
  full = false;
  /** The network loses the end of the next file, and nobody notices. */
  truncateNextUpload = false;
  /** Happens when a file has arrived, before we are told. */
  afterUpload: () => void = () => undefined;
  readonly files = new Map<string, Buffer>();
  private readonly open = new Set<Socket>();
  /** Whose handshake on the data connection is waited for, by its port. */
  private readonly awaited = new Map<number, (socket: TLSSocket) => void>();
  private readonly server;

  constructor(certificate: ServerCertificate) {
    this.server = createTlsServer({ ...certificate, maxVersion: 'TLSv1.2' }, (socket) => {
      socket.on('error', () => socket.destroy());
      const awaited = this.awaited.get(socket.remotePort ?? 0);
      if (awaited) awaited(socket);
      else this.greet(socket);
    });
  }

  async listen(): Promise<number> {
    this.server.on('connection', (socket: Socket) => this.open.add(socket));
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return (this.server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve));
    for (const socket of this.open) socket.destroy();
    await closed;
  }

  private greet(control: TLSSocket): void {
    const visitor: Visitor = { control, user: '', known: false, isProtected: false, data: null };
    control.on('close', () => visitor.data?.server.close());
    control.write('220 Ready\r\n');
    let rest = '';
    control.on('data', (chunk: Buffer) => {
      const lines = `${rest}${chunk.toString('utf8')}`.split('\r\n');
      rest = lines.pop() ?? '';
      for (const line of lines) void this.obey(visitor, line);
    });
  }

  private async obey(visitor: Visitor, line: string): Promise<void> {
    const [verb = '', ...words] = line.split(' ');
    const answer = await this.answer(visitor, verb, words.join(' '));
    if (answer !== null && visitor.control.writable) visitor.control.write(`${answer}\r\n`);
  }

  private async answer(visitor: Visitor, verb: string, name: string): Promise<string | null> {
    if (verb === 'USER') return ((visitor.user = name), '331 Password');
    if (verb === 'PASS') {
      visitor.known = visitor.user === 'bblp' && name === this.accessCode;
      return visitor.known ? '230 Welcome' : '530 Login incorrect';
    }
    if (!visitor.known) return '530 Log in first';
    switch (verb) {
      case 'TYPE':
      case 'STRU':
      case 'PBSZ':
        return '200 Fine';
      case 'PROT':
        visitor.isProtected = name === 'P';
        return '200 Fine';
      case 'PASV':
        return this.listenForData(visitor);
      case 'STOR':
        return this.take(visitor, name);
      case 'LIST':
        return this.list(visitor);
      case 'SIZE':
        return this.files.has(name) ? `213 ${this.files.get(name)?.length}` : '550 No such file';
      case 'DELE':
        return this.files.delete(name) ? '250 Gone' : '550 No such file';
      default:
        return '500 Unknown';
    }
  }

  private async listenForData(visitor: Visitor): Promise<string> {
    const server = createServer({ pauseOnConnect: true });
    const socket = new Promise<Socket>((resolve) => server.once('connection', resolve));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    visitor.data = { server, socket };
    return `227 Entering Passive Mode (${bogusHost},${port >> 8},${port & 255})`;
  }

  /** Only now, after the 150. */
  private async secureData({ control, data, isProtected }: Visitor): Promise<TLSSocket | null> {
    if (!data || !isProtected) return null;
    control.write('150 Go on\r\n');
    const socket = await data.socket;
    data.server.close();
    const secured = new Promise<TLSSocket>((resolve) => this.awaited.set(socket.remotePort ?? 0, resolve));
    this.server.emit('connection', socket);
    return secured;
  }

  private async take(visitor: Visitor, name: string): Promise<string | null> {
    const data = await this.secureData(visitor);
    if (!data) return '425 Use PASV and PROT P first';
    if (!data.isSessionReused()) {
      data.destroy();
      return '522 SSL connection failed: session reuse required';
    }
    const chunks: Buffer[] = [];
    for await (const chunk of data) {
      chunks.push(chunk as Buffer);
      if (!this.breakNextUpload) continue;
      this.breakNextUpload = false;
      this.files.set(name, Buffer.concat(chunks));
      visitor.control.destroy();
      return null;
    }
    if (this.full) return '552 No space left on the card';
    const whole = Buffer.concat(chunks);
    this.files.set(name, this.truncateNextUpload ? whole.subarray(0, whole.length >> 1) : whole);
    this.truncateNextUpload = false;
    this.afterUpload();
    return '226 Stored';
  }

  private async list(visitor: Visitor): Promise<string> {
    const data = await this.secureData(visitor);
    if (!data?.isSessionReused()) return '522 SSL connection failed: session reuse required';
    const lines = [...this.files].map(
      ([name, { length }]) => `-rw-rw-rw- 1 root root ${length} Jan 01 2026 ${name}\r\n`,
    );
    data.end(lines.join(''));
    return '226 That is all';
  }
}
