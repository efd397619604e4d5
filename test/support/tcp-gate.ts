import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A service's address that can be cut off: nothing gets through while the gate is shut. */
export interface TcpGate {
  /** The service's URL, through the gate. */
  readonly url: string;
  /** Breaks what is connected and refuses what comes. */
  shut(): void;
  reopen(): void;
  /** Resolves once so many bytes more have gone to the service. */
  carried(bytes: number): Promise<void>;
  remove(): Promise<void>;
}

/** @param serviceUrl of any protocol over TCP; must name its port */
export async function openGate(serviceUrl: string): Promise<TcpGate> {
  const service = new URL(serviceUrl);
  const sockets = new Set<Socket>();
  let isShut = false;
  let carried = 0;
  let watchers: { at: number; resolve: () => void }[] = [];
  const count = (chunk: Buffer): void => {
    carried += chunk.length;
    watchers.filter(({ at }) => at <= carried).forEach(({ resolve }) => resolve());
    watchers = watchers.filter(({ at }) => at > carried);
  };
  const breakAll = (): void => sockets.forEach((socket) => socket.destroy());
  const server = createServer((inside) => {
    if (isShut) return void inside.destroy();
    inside.on('data', count);
    const outside = connect(Number(service.port), service.hostname);
    for (const [socket, other] of [
      [inside, outside],
      [outside, inside],
    ] as const) {
      sockets.add(socket);
      socket.on('error', () => other.destroy());
      socket.on('close', () => {
        sockets.delete(socket);
        other.destroy();
      });
      socket.pipe(other);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = new URL(serviceUrl);
  url.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: url.href,
    shut: () => {
      isShut = true;
      breakAll();
    },
    reopen: () => (isShut = false),
    carried: (bytes) => new Promise((resolve) => watchers.push({ at: carried + bytes, resolve })),
    remove: async () => {
      breakAll();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
