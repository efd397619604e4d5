import { createHash, randomUUID } from 'node:crypto';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { PrinterCommand } from '#libs/contracts';

type StartArgs = Extract<PrinterCommand, { type: 'start' }>['args'];

/** Serves files to print by addresses that nobody guesses, as the API does. */
export class PrintServer {
  readonly requested: string[] = [];
  private readonly files = new Map<string, (response: ServerResponse) => void>();
  private readonly server: Server = createServer((request, response) => {
    const path = request.url ?? '';
    this.requested.push(path);
    const answer = this.files.get(path);
    if (answer) answer(response);
    else response.writeHead(404).end();
  });

  async open(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
  }

  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve));
    this.server.closeAllConnections();
    await closed;
  }

  /** A file that takes so many seconds to print at speed 1. */
  offer(printSeconds: number): StartArgs {
    const content = Buffer.from(
      `;FLAVOR:Marlin\n;TIME:${printSeconds}\n${'G1 X1 Y1 E1\n'.repeat(5000)}; ${randomUUID()}\n`,
    );
    return this.add(content, (response) => response.end(content));
  }

  /** A file whose download begins and never ends. */
  offerForever(): StartArgs {
    const content = Buffer.alloc(100_000, 'x');
    return this.add(content, (response) => response.write(content.subarray(0, 1000)));
  }

  /** A file whose download breaks in the middle. */
  offerBroken(): StartArgs {
    const content = Buffer.alloc(100_000, 'x');
    return this.add(content, (response) => {
      response.writeHead(200, { 'content-length': content.length });
      response.write(content.subarray(0, 1000), () => response.destroy());
    });
  }

  offerNothing(): StartArgs {
    return { ...this.offer(1), url: `${this.address}/${randomUUID()}` };
  }

  private get address(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  private add(content: Buffer, answer: (response: ServerResponse) => void): StartArgs {
    const path = `/${randomUUID()}`;
    this.files.set(path, answer);
    const sha256 = createHash('sha256').update(content).digest('hex');
    return { url: `${this.address}${path}`, sha256, sizeBytes: content.length };
  }
}
