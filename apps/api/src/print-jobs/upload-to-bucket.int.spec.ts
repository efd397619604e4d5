import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Logger } from '@nestjs/common';
import { Config, KeyedHash } from '#libs/platform';
import { RunningApi } from '../../../../test/support/running-api.js';
import { startS3Server, storageEnv, type S3Server } from '../../../../test/support/s3-server.js';
import { openGate, type TcpGate } from '../../../../test/support/tcp-gate.js';

let s3: S3Server;
let gate: TcpGate;
let api: RunningApi;
let cookie: string;

beforeAll(async () => {
  s3 = await startS3Server();
  gate = await openGate(s3.endpoint);
  api = await RunningApi.start({ env: storageEnv(s3, gate.url) });
  Logger.overrideLogger(false);
  cookie = await api.cookieOf('asukas@digikeskus.example');
});
afterAll(async () => {
  await api.remove();
  await gate.remove();
  await s3.stop();
});

async function upload(content: string): Promise<{ status: number; body: { id?: string; code?: string } }> {
  const form = new FormData();
  form.append('file', new Blob([content]), 'kissa.gcode');
  const response = await api.fetch('/api/v1/print-jobs', { method: 'POST', headers: { cookie }, body: form });
  return { status: response.status, body: (await response.json()) as { id?: string; code?: string } };
}

function fetchAsBridge(id: string): Promise<Response> {
  const expires = Math.floor(Date.now() / 1000) + 60;
  const signature = api.get(KeyedHash).of('print-file', `${id}/${expires}`).toString('base64url');
  return api.fetch(`/api/v1/print-files/${id}?expires=${expires}&signature=${signature}`);
}

it('a bridge gets a file that is in a bucket from the hub, as it would any other', async () => {
  const { status, body } = await upload('G28 ; ämpärissä\n');
  expect(status).toBe(201);
  expect(await (await fetchAsBridge(body.id ?? '')).text()).toBe('G28 ; ämpärissä\n');
  expect(await readdir(join(api.get(Config).dataDir, 'incoming'))).toEqual([]);
});

it('while the store is away uploads are refused for the time being, and everything else works', async () => {
  const { body: earlier } = await upload('G29\n');
  gate.shut();
  try {
    const { status, body } = await upload('G30\n');
    expect([status, body.code]).toEqual([503, 'service.unavailable']);
    expect((await fetchAsBridge(earlier.id ?? '')).status).toBe(503);
    expect((await api.fetch('/api/v1/print-jobs?mine=true', { headers: { cookie } })).status).toBe(200);
    expect((await api.fetch('/health/ready')).status).toBe(200);
    expect(await readdir(join(api.get(Config).dataDir, 'incoming'))).toEqual([]);
  } finally {
    gate.reopen();
  }
  expect((await upload('G30\n')).status).toBe(201);
  expect((await fetchAsBridge(earlier.id ?? '')).status).toBe(200);
});
