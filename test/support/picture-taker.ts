import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Brought {
  readonly method: string;
  readonly address: string;
  readonly type: string | undefined;
  readonly content: Buffer;
}

/** Where a bridge brings pictures, as the API takes them. */
export class PictureTaker {
  readonly brought: Brought[] = [];
  status = 204;
  private readonly server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url: address = '', headers } = request;
      this.brought.push({ method, address, type: headers['content-type'], content: Buffer.concat(chunks) });
      response.writeHead(this.status).end();
    });
  });

  async open(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/picture?signature=ours`;
  }

  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve));
    this.server.closeAllConnections();
    await closed;
  }
}
