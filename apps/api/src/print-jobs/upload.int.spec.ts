import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Logger } from '@nestjs/common';
import { Config, FileStore, KeyedHash } from '#libs/platform';
import { RunningApi } from '../../../../test/support/running-api.js';

const megabyte = 1024 * 1024;

/** What is looked at, of a print job or of a refusal. */
interface Answered {
  id?: string;
  sizeBytes?: number;
  code?: string;
  errors?: { path: string }[];
}

let api: RunningApi;
let cookie: string;

beforeAll(async () => {
  api = await RunningApi.start({ env: { MAX_UPLOAD_MEGABYTES: '1' } });
  cookie = await api.cookieOf('asukas@digikeskus.example');
});
afterAll(() => api.remove());

const storedFiles = async () =>
  (await readdir(join(api.get(Config).dataDir, 'files'), { recursive: true, withFileTypes: true })).filter((entry) =>
    entry.isFile(),
  ).length;

async function upload(content: string, fields: Record<string, string> = {}, key?: string) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', new Blob([content]), 'C:\\prints\\kissa.gcode');
  const headers = { cookie, ...(key !== undefined && { 'idempotency-key': key }) };
  const response = await api.fetch('/api/v1/print-jobs', { method: 'POST', headers, body: form });
  return {
    status: response.status,
    body: (await response.json()) as Answered,
  };
}

describe('an upload', () => {
  it('becomes a print job under its name without the sender’s folders', async () => {
    const { status, body } = await upload('G28\n', { note: 'lapselle' });
    expect(status).toBe(201);
    expect(body).toMatchObject({ fileName: 'kissa.gcode', sizeBytes: 4, note: 'lapselle' });
  });

  it('of exactly the limit is taken whole', async () => {
    const { status, body } = await upload(';'.repeat(megabyte));
    expect([status, body.sizeBytes]).toEqual([201, megabyte]);
  });

  it('over the limit is refused in plain words, and nothing of it stays', async () => {
    const before = await storedFiles();
    const { status, body } = await upload(';'.repeat(megabyte + 1));
    expect([status, body.code]).toEqual([413, 'print.too_large']);
    expect(await storedFiles()).toBe(before);
  });

  it('with a bad field is refused, and nothing of it stays', async () => {
    const before = await storedFiles();
    const { status, body } = await upload('G29\n', { note: 'x'.repeat(1001) });
    expect([status, body.errors?.map((error) => error.path)]).toEqual([400, ['note']]);
    expect(await storedFiles()).toBe(before);
  });

  it('for a hub that is not there is refused, and nothing of it stays', async () => {
    const before = await storedFiles();
    const { status, body } = await upload('G30\n', { hub: 'atlantis' });
    expect([status, body.code]).toEqual([404, 'not_found']);
    expect(await storedFiles()).toBe(before);
  });

  it('that is refused leaves another job its same file', async () => {
    await upload('G31\n');
    const before = await storedFiles();
    expect((await upload('G31\n', { note: 'x'.repeat(1001) })).status).toBe(400);
    expect(await storedFiles()).toBe(before);
  });

  it('sent twice under one key becomes one job', async () => {
    const first = await upload('G32\n', {}, 'once');
    const second = await upload('G32\n', {}, 'once');
    expect(second).toMatchObject({ status: 201, body: { id: first.body.id } });
    const other = await upload('G33\n', {}, 'once');
    expect([other.status, other.body.code]).toEqual([422, 'idempotency.key_reused']);
  });
});

describe('a file that the store has lost', () => {
  let id: string;

  beforeAll(async () => {
    Logger.overrideLogger(false);
    const { body } = await upload('G28 ; kadonnut');
    id = body.id ?? '';
    await api.rows(`UPDATE print_job SET thumbnail_sha256 = file_sha256 WHERE id = $1`, [id]);
    const [row] = await api.rows<{ sha256: string }>(`SELECT file_sha256 AS sha256 FROM print_job WHERE id = $1`, [id]);
    await api.get(FileStore).delete(row?.sha256 ?? '');
  });

  const refusalOf = async (path: string) => {
    const response = await api.fetch(path, { headers: { cookie, 'accept-language': 'fi' } });
    const { code, detail } = (await response.json()) as { code: string; detail: string };
    return [response.status, code, detail];
  };
  const lost = [410, 'print.file_missing', 'Tiedosto ei ole enää tallessa. Lähetä se uudelleen.'];

  it('is said to be lost to a bridge and to whoever looks at its picture', async () => {
    const expires = Math.floor(Date.now() / 1000) + 60;
    const signature = api.get(KeyedHash).of('print-file', `${id}/${expires}`).toString('base64url');
    expect(await refusalOf(`/api/v1/print-files/${id}?expires=${expires}&signature=${signature}`)).toEqual(lost);
    expect(await refusalOf(`/api/v1/print-jobs/${id}/thumbnail`)).toEqual(lost);
  });

  it('does not keep its owner from the rest of the export', async () => {
    const response = await api.fetch('/api/v1/me/export', { headers: { cookie } });
    const content = Buffer.from(await response.arrayBuffer());
    expect(content.includes('index.html')).toBe(true);
    expect(content.includes(`prints/${id}`)).toBe(false);
  });
});
