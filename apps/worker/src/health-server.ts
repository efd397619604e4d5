import { createServer, type Server } from 'node:http';

/**
 * The worker's only HTTP: `/health/live` and `/health/ready` for whoever watches the process.
 * @param isReady resolves when the worker can do its work, rejects when it cannot
 */
export function startHealthServer(
  { port, host }: { port: number; host: string },
  isReady: () => Promise<unknown>,
): Promise<Server> {
  const server = createServer((request, response) => {
    const answer = (status: number, body: object): void => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    };
    if (request.url === '/health/live') answer(200, { status: 'ok' });
    else if (request.url === '/health/ready') {
      isReady().then(
        () => answer(200, { status: 'ok' }),
        (error: unknown) => answer(503, { status: 'error', error: String(error) }),
      );
    } else answer(404, { status: 'not_found' });
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve(server));
  });
}
