import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { Readable } from 'node:stream';
import { FileStore, KeyedHash } from '#libs/platform';
import { describeInBrowser, launchChromium } from '../../../../test/browser/chromium.js';
import { RunningApi } from '../../../../test/support/running-api.js';

let api: RunningApi;
let cookie: string;

beforeAll(async () => {
  api = await RunningApi.start({ env: { SECURITY_CONTACT: 'turva@digikeskus.example' } });
  cookie = await api.cookieOf('asukas@digikeskus.example');
});
afterAll(() => api.remove());

const headersOf = async (path: string) => {
  const response = await api.fetch(path, { headers: { cookie } });
  await response.body?.cancel();
  return Object.fromEntries(response.headers);
};

describe('every answer', () => {
  it.each([
    '/api/v1/hubs',
    '/api/v1/me',
    '/api/v1/live?topics=board',
    '/api/v1/nothing',
    '/health/live',
    '/nowhere.js',
  ])('cannot be framed, sniffed or read from another site: %s', async (path) => {
    expect(await headersOf(path)).toMatchObject({
      'content-security-policy': expect.stringMatching(/default-src 'self'.*frame-ancestors 'none'/),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('camera=()'),
    });
  });

  it('allows no inline code, and none from elsewhere', async () => {
    const policy = (await headersOf('/api/v1/hubs'))['content-security-policy'];
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
  });

  it('is kept by nobody when it may be personal', async () => {
    for (const path of ['/api/v1/me', '/api/v1/bookings', '/api/v1/bookings/nothing', '/api/v1/print-jobs']) {
      expect([path, (await headersOf(path))['cache-control']]).toEqual([path, 'no-store']);
    }
  });

  it('ties the browser to HTTPS where the hub is reached by it, and only there', async () => {
    const secure = await RunningApi.start({ env: { PUBLIC_URL: 'https://hub.example' } });
    const { headers } = await secure.fetch('/api/v1/hubs');
    await secure.remove();
    expect(headers.get('strict-transport-security')).toContain('max-age=31536000');
    expect(await headersOf('/api/v1/hubs')).not.toHaveProperty('strict-transport-security');
  });
});

it('gives a print file as a download that no browser shows, whatever is in it', async () => {
  const page = '<script>alert(1)</script>';
  const { sha256, sizeBytes } = await api.get(FileStore).put(Readable.from([Buffer.from(page)]), 100);
  const [job] = await api.rows<{ id: string }>(
    `INSERT INTO print_job (hub_id, account_id, status, file_name, file_sha256, file_bytes, created_at, updated_at)
     SELECT h.id, a.id, 'queued', 'a.html', $1, $2, now(), now() FROM hub h, account a LIMIT 1 RETURNING id`,
    [sha256, sizeBytes],
  );
  const expires = Math.floor(Date.now() / 1000) + 60;
  const signature = api.get(KeyedHash).of('print-file', `${job?.id}/${expires}`).toString('base64url');
  expect(await headersOf(`/api/v1/print-files/${job?.id}?expires=${expires}&signature=${signature}`)).toMatchObject({
    'content-type': 'application/octet-stream',
    'content-disposition': 'attachment',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
  });
});

describe('/.well-known/security.txt', () => {
  it('says whom to tell about a hole, and until when', async () => {
    const response = await api.fetch('/.well-known/security.txt');
    const text = await response.text();
    expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(text).toMatch(/^Contact: mailto:turva@digikeskus\.example$/m);
    const expires = Date.parse(/^Expires: (.*)$/m.exec(text)?.[1] ?? '');
    expect(expires).toBeGreaterThan(Date.now());
    expect(expires).toBeLessThan(Date.now() + 365 * 24 * 3600_000);
  });
});

// Another port of the same host is the nearest that a stranger's page gets: the browser sends the cookie along.
describeInBrowser('a page of another origin', () => {
  let browser: Browser;
  let neighbour: Server;
  let page: Page;

  beforeAll(async () => {
    neighbour = createServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Win a printer</h1>');
    });
    await new Promise<void>((resolve) => neighbour.listen(0, '127.0.0.1', resolve));
    browser = await launchChromium();
    const context = await browser.newContext();
    const [name = '', value = ''] = cookie.split('=');
    await context.addCookies([{ name, value, url: api.url, httpOnly: true, sameSite: 'Lax' }]);
    page = await context.newPage();
    await page.goto(`http://127.0.0.1:${(neighbour.address() as AddressInfo).port}`);
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    neighbour.closeAllConnections();
    await new Promise((resolve) => neighbour.close(resolve));
  });

  const nameOf = async () =>
    ((await (await api.fetch('/api/v1/me', { headers: { cookie } })).json()) as { displayName: string }).displayName;
  const printsOf = async () =>
    ((await (await api.fetch('/api/v1/print-jobs', { headers: { cookie } })).json()) as { items: object[] }).items;

  it('does send the cookie, so that the tests below mean something', async () => {
    await api.rows(`UPDATE session SET last_seen_at = now() - interval '1 day'`);
    await page.evaluate(
      (url) => fetch(url, { mode: 'no-cors', credentials: 'include' }).catch(() => undefined),
      `${api.url}/api/v1/me`,
    );
    const seen = await api.rows(`SELECT 1 FROM session WHERE last_seen_at > now() - interval '1 hour'`);
    expect(seen).toHaveLength(1);
  });

  it('cannot change anything, by JSON, by a form or by an upload', async () => {
    const before = [await nameOf(), await printsOf()];
    const send = ([url, path, kind]: [string, string, string]) => {
      const init: RequestInit = { method: kind === 'json' ? 'PATCH' : 'POST', mode: 'no-cors', credentials: 'include' };
      const form = new FormData();
      form.append('file', new Blob(['G28\n']), 'evil.gcode');
      const body = kind === 'upload' ? form : kind === 'json' ? '{"displayName":"Mallory"}' : null;
      return fetch(`${url}${path}`, { ...init, body }).then(
        (response) => response.type,
        () => 'failed',
      );
    };
    await page.evaluate(send, [api.url, '/api/v1/me', 'json'] as [string, string, string]);
    await page.evaluate(send, [api.url, '/api/v1/print-jobs', 'upload'] as [string, string, string]);
    await page.evaluate(send, [api.url, '/api/v1/me/calendar-feed', 'nothing'] as [string, string, string]);
    expect([await nameOf(), await printsOf()]).toEqual(before);
    expect(await api.rows('SELECT 1 FROM calendar_feed')).toEqual([]);
  });

  it('can read nothing: no answer, no live updates, no frame', async () => {
    const read = (path: string) =>
      page.evaluate(
        (url) =>
          fetch(url, { credentials: 'include' }).then(
            (response) => response.text(),
            () => 'refused',
          ),
        `${api.url}${path}`,
      );
    expect(await read('/api/v1/me')).toBe('refused');
    const heard = await page.evaluate(
      (url) =>
        new Promise<string>((resolve) => {
          const source = new EventSource(url, { withCredentials: true });
          source.addEventListener('open', () => resolve('open'));
          source.addEventListener('error', () => resolve('refused'));
        }),
      `${api.url}/api/v1/live?topics=board`,
    );
    expect(heard).toBe('refused');
    // A text, because the server's code knows no `document`.
    const framed = await page.evaluate(`new Promise((resolve) => {
      const frame = document.createElement('iframe');
      frame.addEventListener('load', () => resolve(frame.contentDocument === null ? 'refused' : 'shown'));
      frame.src = '${api.url}/api/v1/me';
      document.body.append(frame);
    })`);
    expect(framed).toBe('refused');
  });
});
