import { Readable } from 'node:stream';
import { gunzipSync, gzipSync } from 'node:zlib';
import { FileStore } from '#libs/platform';
import { RunningApi } from '../../../../test/support/running-api.js';

let api: RunningApi;
let owner: string;
let staff: string;
let id: string;

beforeAll(async () => {
  api = await RunningApi.start();
  owner = await api.cookieOf('asukas@digikeskus.example');
  staff = await api.cookieOf('staff@digikeskus.example');
  const form = new FormData();
  form.append('file', new Blob(['solid <script>alert(1)</script>']), 'osa.stl');
  const response = await api.fetch('/api/v1/print-jobs', { method: 'POST', headers: { cookie: owner }, body: form });
  id = ((await response.json()) as { id: string }).id;
});
afterAll(() => api.remove());

const get = (path: string, cookie: string, headers: Record<string, string> = {}) =>
  api.fetch(path, { headers: { cookie, ...headers } });
const jobSeenBy = async (cookie: string) =>
  (await (await get(`/api/v1/print-jobs/${id}`, cookie)).json()) as {
    toolpathUrl: string | null;
    thumbnailUrl: string | null;
    model: { url: string; format: string } | null;
  };
const analysed = async (content: string) => {
  const { sha256 } = await api.get(FileStore).put(Readable.from([gzipSync(content)]), 1000);
  await api.rows(`UPDATE print_job SET toolpath_sha256 = $2, model_format = 'STL' WHERE id = $1`, [id, sha256]);
};

describe('what can be looked at of a print', () => {
  it('is not there before the file is analysed', async () => {
    expect(await jobSeenBy(owner)).toMatchObject({ toolpathUrl: null, model: null, thumbnailUrl: null });
    expect((await get(`/api/v1/print-jobs/${id}/toolpath`, owner)).status).toBe(404);
    expect((await get(`/api/v1/print-jobs/${id}/model`, owner)).status).toBe(404);
  });

  it('is kept by the browser under the address that names it, and found to be the same without being sent', async () => {
    await analysed('first');
    const { toolpathUrl } = await jobSeenBy(owner);
    const first = await get(toolpathUrl ?? '', owner);
    expect(first.headers.get('cache-control')).toBe('private, max-age=604800, immutable');
    const tag = first.headers.get('etag') ?? '';
    expect(tag).toMatch(/^"[0-9a-f]{64}"$/);
    const again = await get(`/api/v1/print-jobs/${id}/toolpath`, owner, { 'if-none-match': tag });
    expect([again.status, again.headers.get('cache-control'), await again.text()]).toEqual([
      304,
      'private, no-cache',
      '',
    ]);
  });

  it('has another address, and is sent anew, when the file is another one', async () => {
    const before = (await jobSeenBy(staff)).toolpathUrl ?? '';
    const tag = (await get(before, staff)).headers.get('etag') ?? '';
    await analysed('second');
    expect((await jobSeenBy(staff)).toolpathUrl).not.toBe(before);
    const answer = await get(before, staff, { 'if-none-match': tag });
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'private, no-cache']);
    expect(gunzipSync(Buffer.from(await answer.arrayBuffer())).toString()).toBe('second');
  });

  it('is never run or shown by a browser when it is somebody’s file', async () => {
    const { model } = await jobSeenBy(owner);
    const { headers, status } = await get(model?.url ?? '', owner);
    expect([status, headers.get('content-type'), headers.get('x-content-type-options')]).toEqual([
      200,
      'model/stl',
      'nosniff',
    ]);
    expect(headers.get('content-disposition')).toBe('attachment');
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
  });
});
