import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startHealthServer } from './health-server.js';

describe('the worker’s health', () => {
  let server: Server;
  let isReady: () => Promise<unknown>;

  beforeAll(async () => {
    server = await startHealthServer({ port: 0, host: '127.0.0.1' }, () => isReady());
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  const statusOf = async (path: string) => {
    const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`);
    await response.text();
    return response.status;
  };

  it('is ready while it reaches what it works with', async () => {
    isReady = async () => undefined;
    expect([await statusOf('/health/live'), await statusOf('/health/ready')]).toEqual([200, 200]);
  });

  it('is alive but not ready when it does not', async () => {
    isReady = () => Promise.reject(new Error('the database is away'));
    expect([await statusOf('/health/live'), await statusOf('/health/ready')]).toEqual([200, 503]);
  });

  it('is all it says', async () => {
    expect(await statusOf('/api/v1/me')).toBe(404);
  });

  it('says why it cannot be told when its port is taken', async () => {
    const { port } = server.address() as AddressInfo;
    const second = startHealthServer({ port, host: '127.0.0.1' }, isReady);
    await expect(second).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});
