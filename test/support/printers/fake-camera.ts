import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A camera's own small server, as stands beside Moonraker and OctoPrint on the printer's computer. */
export class FakeCamera {
  picture: Uint8Array | null = null;
  /** Where it sends whoever asks, instead of answering. */
  elsewhere: string | null = null;
  /** Takes questions and answers none. */
  isSilent = false;
  /** How often it was asked. */
  asked = 0;
  private readonly server: Server = createServer((_request, response) => {
    this.asked += 1;
    if (this.isSilent) return;
    if (this.elsewhere !== null) response.writeHead(302, { location: this.elsewhere }).end();
    else if (this.picture === null) response.writeHead(503).end();
    else response.writeHead(200, { 'content-type': 'image/jpeg' }).end(this.picture);
  });

  async open(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/?action=snapshot`;
  }

  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve));
    this.server.closeAllConnections();
    await closed;
  }
}
