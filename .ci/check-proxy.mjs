// The proxy's own file on a real Caddy: figures of the machine stay inside, everything else is passed on.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';

const port = await new Promise((resolve) => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const { port } = server.address();
    server.close(() => resolve(port));
  });
});
const address = `http://127.0.0.1:${port}`;
const caddy = spawn('caddy', ['run', '--adapter', 'caddyfile', '--config', 'docker/proxy/Caddyfile'], {
  env: { ...process.env, SITE_ADDRESS: address },
  stdio: 'ignore',
});
const ended = new Promise((resolve) => caddy.once('exit', resolve));

/** @returns the status; undefined when Caddy is looking for a replica, of which there is none here */
async function statusOf(path) {
  try {
    return (await fetch(address + path, { signal: AbortSignal.timeout(1_000) })).status;
  } catch (error) {
    if (error.name === 'TimeoutError') return undefined;
    throw error;
  }
}

async function listening() {
  for (let tries = 0; tries < 100; tries += 1) {
    try {
      return await statusOf('/metrics');
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  throw new Error('Caddy does not listen');
}

try {
  await listening();
  for (const path of [
    '/metrics',
    '/metrics?x=1',
    '/metrics/',
    '/METRICS',
    '//metrics',
    '/%6detrics',
    '/x/../metrics',
  ]) {
    assert.equal(await statusOf(path), 404, path);
  }
  for (const path of ['/', '/health/ready', '/api/v1/hubs', '/staff/queues'])
    assert.notEqual(await statusOf(path), 404, path);
} finally {
  caddy.kill();
  await ended;
}
console.log('the proxy keeps /metrics inside and passes on the rest');
