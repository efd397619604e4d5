import { Readable } from 'node:stream';
import pg from 'pg';
import { bookingStates, locales, printJobStates, readKinds, roles } from '#libs/contracts';
import { FileStore } from '#libs/platform';
import { aBusyPerson, type BusyPerson } from '../support/busy-person.js';
import { RunningApi } from '../support/running-api.js';
import { unzip } from '../support/unzip.js';

const word = 'zqx7vienti';
const megabyte = 1024 * 1024;

let api: RunningApi;
let client: pg.Client;
let person: BusyPerson;
let archive: Map<string, Buffer>;

beforeAll(async () => {
  api = await RunningApi.start();
  client = new pg.Client({ connectionString: api.databaseUrl });
  await client.connect();
  person = await aBusyPerson(api, client, word);
  await api.send('PATCH', '/api/v1/me', { displayName: `<script>${word}</script>` }, { cookie: person.cookie });
  const staff = await api.cookieOf('staff@digikeskus.example');
  await api.fetch('/api/v1/bookings?hub=viitasaari', { headers: { cookie: staff } });
  archive = await unzip(Buffer.from(await (await download()).arrayBuffer()));
});

afterAll(async () => {
  await client.end();
  await api.remove();
});

const download = (language = 'fi') =>
  api.fetch('/api/v1/me/export', { headers: { cookie: person.cookie, 'accept-language': language } });

describe('the export of a person', () => {
  it('has everything as data, by kind', () => {
    const data = JSON.parse(String(archive.get('data.json'))) as Record<string, Record<string, unknown>[]>;
    expect(data['account']?.[0]).toMatchObject({ email: person.email, displayName: `<script>${word}</script>` });
    expect(data['bookings']?.length).toBeGreaterThan(5);
    expect(data['bookings']?.map(({ purpose }) => purpose)).toContain(`${word} soittaa`);
    const kinds = 'series waitingList prints calendarFeed sessions notes blocks actions reads'.split(' ');
    for (const kind of kinds) expect([kind, (data[kind] ?? []).length > 0]).toEqual([kind, true]);
  });

  it('has a page to read, in the language asked for, in which a name is only text', async () => {
    const page = String(archive.get('index.html'));
    expect(page).toContain('<html lang="fi">');
    expect(page).toContain('Varaukset');
    expect(page).toContain(`&lt;script&gt;${word}`);
    expect(page).not.toContain('<script');
    const swedish = await unzip(Buffer.from(await (await download('sv')).arrayBuffer()));
    expect(String(swedish.get('index.html'))).toContain('Bokningar');
  });

  it('has a label in plain words for every field', async () => {
    const page = String(archive.get('index.html'));
    const labels = [...page.matchAll(/<dt>([^<]*)<\/dt>/g)].map(([, text]) => text ?? '');
    expect(labels.length).toBeGreaterThan(50);
    expect(labels.filter((text) => /^[a-z]/.test(text))).toEqual([]);
  });

  it('says in words what the tables say in codes', () => {
    const page = String(archive.get('index.html'));
    const shown = new Set([...page.matchAll(/<dd>([^<]*)<\/dd>/g)].map(([, text]) => text ?? ''));
    const codes = [
      ...bookingStates,
      ...printJobStates,
      ...readKinds,
      ...roles,
      ...locales,
      'account',
      'booking',
      'print_job',
    ];
    expect(codes.filter((code) => shown.has(code))).toEqual([]);
    expect([...shown].filter((text) => /^[a-z-]+\.[a-z-]+$/.test(text))).toEqual([]);
    for (const word of ['vahvistettu', 'suomi', 'henkilökunta', 'teki varauksen']) {
      expect([word, shown.has(word)]).toEqual([word, true]);
    }
  });

  it('has the files that the person sent, and their pictures', () => {
    const files = [...archive.keys()].filter((name) => name.startsWith('prints/'));
    expect(files.some((name) => name.endsWith('preview.png'))).toBe(true);
    const upload = files.find((name) => String(archive.get(name)).includes('G28'));
    expect(upload).toMatch(new RegExp(`^prints/[0-9a-f-]{36}/${word}\\.gcode$`));
  });

  it('is an attachment that nobody keeps on the way', async () => {
    const { status, headers } = await download();
    expect([status, headers.get('content-type'), headers.get('cache-control')]).toEqual([
      200,
      'application/zip',
      'no-store',
    ]);
    expect(headers.get('content-disposition')).toContain('attachment');
  });

  it('leaves memory flat, however big a file is', async () => {
    const chunk = Buffer.alloc(megabyte, 'G1 X1 Y1\n');
    const file = await api.get(FileStore).put(Readable.from(Array.from({ length: 200 }, () => chunk)), 300 * megabyte);
    await client.query(`UPDATE print_job SET file_sha256 = $2, file_bytes = 209715200 WHERE id = $1`, [
      person.runningJob,
      file.sha256,
    ]);
    const before = process.memoryUsage.rss();
    let highest = before;
    const response = await download();
    let received = 0;
    for await (const bytes of response.body ?? []) {
      received += (bytes as Uint8Array).length;
      highest = Math.max(highest, process.memoryUsage.rss());
    }
    expect(received).toBeGreaterThan(1000);
    expect((highest - before) / megabyte).toBeLessThan(120);
  });
});
