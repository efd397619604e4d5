import type { OpenAPIObject } from '@nestjs/swagger';
import fc from 'fast-check';
import { problemSchema } from '#libs/contracts';
import { nasty, nobodysId } from '../../../../test/support/bad-bodies.js';
import { RunningApi } from '../../../../test/support/running-api.js';

jest.setTimeout(120_000);

const inAWeek = (hour: number) => {
  const day = new Date(Date.now() + 7 * 24 * 3600_000).toISOString().slice(0, 10);
  return `${day}T${hour}:00:00Z`;
};

/** What a well-meant request says; each is spoilt in turn. */
const plausible: Record<string, unknown> = {
  email: 'fuzz@digikeskus.example',
  code: '123456',
  displayName: 'Fuzz',
  locale: 'en',
  hub: 'viitasaari',
  resource: 'studio',
  startsAt: inAWeek(10),
  endsAt: inAWeek(11),
  purpose: 'testing',
  reason: 'testing',
};

const wholeBodies: readonly string[] = [
  'null',
  '[]',
  '[{}]',
  '"text"',
  '1',
  '{}',
  '{"__proto__":{"polluted":true}}',
  '{"constructor":{"prototype":{"polluted":true}}}',
  '{"hasOwnProperty":1,"toString":null}',
  `${'['.repeat(50_000)}${']'.repeat(50_000)}`,
  `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`,
  '{"a":1,"a":2}',
  '\ufeff{}',
  '',
  '{',
];

interface Shot {
  method: string;
  path: string;
  body?: string;
}

let api: RunningApi;
let document: OpenAPIObject;
let cookie: string;

beforeAll(async () => {
  api = await RunningApi.start();
  document = (await (await api.fetch('/api/openapi.json')).json()) as OpenAPIObject;
  cookie = await api.cookieOf('admin@digikeskus.example');
});
afterAll(() => api.remove());

/** @returns what is wrong with the answer; undefined when it is one that the API promises */
async function complaintAbout({ method, path, body }: Shot): Promise<string | undefined> {
  const headers = { cookie, ...(body !== undefined && { 'content-type': 'application/json' }) };
  const response = await api.fetch(path, { method, headers, ...(body !== undefined && { body }) });
  const text = await response.text();
  const shot = `${method} ${path.slice(0, 200)} ${body?.slice(0, 200) ?? ''} → ${response.status} ${text.slice(0, 200)}`;
  if (response.status >= 500) return shot;
  if (response.status < 400) return undefined;
  const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json') ?? false;
  return isProblem && problemSchema.safeParse(JSON.parse(text)).success ? undefined : shot;
}

async function complaintsAbout(shots: readonly Shot[]): Promise<string[]> {
  const complaints: string[] = [];
  for (let first = 0; first < shots.length; first += 16) {
    const answers = await Promise.all(shots.slice(first, first + 16).map(complaintAbout));
    complaints.push(...answers.filter((answer) => answer !== undefined));
  }
  return complaints.slice(0, 20);
}

interface Target {
  method: string;
  path: string;
  fields: string[];
  questions: string[];
}

function targets(): Target[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    (['get', 'post', 'put', 'patch'] as const).flatMap((method) => {
      const operation = item[method];
      // A stream does not end by itself; the mail that a code would need is not what is tested.
      if (operation === undefined || path.endsWith('/live') || path.startsWith('/health')) return [];
      const body = operation.requestBody as { content?: Record<string, { schema?: { properties?: object } }> };
      const properties = body?.content?.['application/json']?.schema?.properties ?? {};
      const parameters = (operation.parameters ?? []) as { in: string; name: string }[];
      const questions = parameters.filter((parameter) => parameter.in === 'query').map(({ name }) => name);
      return [{ method: method.toUpperCase(), path, fields: Object.keys(properties), questions }];
    }),
  );
}

const withIds = (path: string, id: unknown = nobodysId) =>
  path.replace('{hub}', id === nobodysId ? 'viitasaari' : text(id)).replace('{id}', text(id));

function text(value: unknown): string {
  const plain = typeof value === 'string' ? value : JSON.stringify(value);
  // A half of a pair has no place in an address at all.
  return encodeURIComponent(plain.replace(/\p{Surrogate}/gu, '')).slice(0, 4000);
}

function wellMeant(fields: readonly string[], spoilt: string): Record<string, unknown> {
  const isTarget = (field: string) => ['resource', 'pool', 'resources'].includes(field);
  const kept = fields.filter((field) => field in plausible && !(isTarget(spoilt) && isTarget(field)));
  return Object.fromEntries(kept.map((field) => [field, plausible[field]]));
}

describe('the API answers with a promised answer, never with a fault of its own', () => {
  it('to bodies that are none', async () => {
    const writing = targets().filter(({ method }) => method !== 'GET');
    expect(writing.length).toBeGreaterThan(10);
    const shots = writing.flatMap(({ method, path }) =>
      wholeBodies.map((body) => ({ method, path: withIds(path), body })),
    );
    expect(await complaintsAbout(shots)).toEqual([]);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('to bodies with one bad field', async () => {
    const shots = targets().flatMap(({ method, path, fields }) =>
      fields.flatMap((field) =>
        nasty.map((value) => ({
          method,
          path: withIds(path),
          body: JSON.stringify({ ...wellMeant(fields, field), [field]: value }),
        })),
      ),
    );
    expect(shots.length).toBeGreaterThan(500);
    expect(await complaintsAbout(shots)).toEqual([]);
  });

  it('to addresses and questions that mean nothing', async () => {
    const inPath = targets().flatMap(({ method, path }) =>
      path.includes('{') ? nasty.map((value) => ({ method, path: withIds(path, value) })) : [],
    );
    const inQuery = targets().flatMap(({ method, path, questions }) =>
      questions.flatMap((question) => nasty.map((value) => ({ method, path: withQuery(path, question, value) }))),
    );
    expect(inPath.length).toBeGreaterThan(500);
    expect(inQuery.length).toBeGreaterThan(300);
    expect(await complaintsAbout([...inPath, ...inQuery])).toEqual([]);
  });

  const withQuery = (path: string, question: string, value: unknown) => {
    const range = ['from', 'to'].includes(question) ? `from=${inAWeek(10)}&to=${inAWeek(12)}&` : '';
    const others = range.replace(new RegExp(`(?<=^|&)${question}=[^&]*&`), '');
    return `${withIds(path)}?${others}${question}=${text(value)}`;
  };

  it('to bookings of anything at any time', async () => {
    const target = fc.constantFrom('studio', 'vr-headset', 'pc', 'printer-1', 'camera-kit', 'nothing', nobodysId);
    const instant = fc.oneof(
      fc.date({ noInvalidDate: true, min: new Date(0), max: new Date('9999-12-31') }).map((date) => date.toISOString()),
      fc.constantFrom('0000-01-01T00:00:00Z', '0001-01-01T00:00:00+14:00', inAWeek(9), inAWeek(10), inAWeek(23)),
    );
    const body = fc.record(
      {
        resource: target,
        pool: target,
        resources: fc.array(target, { maxLength: 5 }),
        startsAt: instant,
        endsAt: instant,
        purpose: fc.string({ unit: 'binary', maxLength: 40 }),
      },
      { requiredKeys: ['startsAt', 'endsAt'] },
    );
    await fc.assert(
      fc.asyncProperty(body, fc.boolean(), async (wish, isCheck) => {
        const path = `/api/v1/bookings${isCheck ? '/check' : ''}`;
        expect(await complaintAbout({ method: 'POST', path, body: JSON.stringify(wish) })).toBeUndefined();
      }),
      { numRuns: 300 },
    );
  });

  it('to idempotency keys of any length', async () => {
    for (const key of ['', ' ', 'k', 'k'.repeat(255), 'k'.repeat(256), 'k'.repeat(8000)]) {
      const body = { resource: 'studio', startsAt: plausible['startsAt'], endsAt: plausible['endsAt'] };
      const response = await api.send('POST', '/api/v1/bookings', body, { cookie, 'idempotency-key': key });
      expect([key.length, response.status]).toEqual([key.length, expect.any(Number)]);
      expect(response.status).toBeLessThan(500);
    }
  });

  it('to uploads with bad fields, doubled files or none', async () => {
    const fields = ['hub', 'material', 'note', 'preferredPrinter', '__proto__', 'unknown'];
    const texts = nasty.filter((value) => typeof value === 'string');
    for (const [name, value] of fields.flatMap((field) => texts.map((value) => [field, value] as const))) {
      const form = new FormData();
      form.append(name, value);
      form.append('file', new Blob(['G28\n']), `${value.slice(0, 300)}.gcode`);
      expect(await uploadComplaint(form)).toBeUndefined();
    }
    const doubled = new FormData();
    for (const file of ['a.gcode', 'b.gcode']) doubled.append('file', new Blob(['G28\n']), file);
    expect(await uploadComplaint(doubled)).toBeUndefined();
    expect(await uploadComplaint(new FormData())).toBeUndefined();
  });

  async function uploadComplaint(form: FormData): Promise<string | undefined> {
    const response = await api.fetch('/api/v1/print-jobs', { method: 'POST', headers: { cookie }, body: form });
    const text = await response.text();
    if (response.status === 201) return undefined;
    const isProblem = response.status < 500 && problemSchema.safeParse(JSON.parse(text)).success;
    return isProblem ? undefined : `${JSON.stringify([...form.keys()])} → ${response.status} ${text}`;
  }
});
