import type { OpenAPIObject } from '@nestjs/swagger';
import fc from 'fast-check';
import { problemSchema } from '#libs/contracts';
import { anyBody, type Schema, type Sent } from '../../../../test/support/bad-bodies.js';
import { addressOf, routes } from '../../../../test/support/route-table.js';
import { RouteWalk, type Caller } from '../../../../test/support/route-walk.js';

jest.setTimeout(180_000);

/** The same requests at every run; another number tries others. */
const seed = Number(process.env['FUZZ_SEED'] ?? 20_261_121);
const bodiesPerRoute = 36;
const atOnce = 12;

let walk: RouteWalk;
let document: OpenAPIObject;

beforeAll(async () => {
  walk = await RouteWalk.start();
  document = (await (await walk.api.fetch('/api/openapi.json')).json()) as OpenAPIObject;
});
afterAll(() => walk.api.remove());

function bodySchemaOf(name: string): Schema | undefined {
  const [method = '', path = ''] = name.split(' ');
  const item = document.paths[path] as Record<string, { requestBody?: { content?: Record<string, unknown> } }>;
  const content = item?.[method.toLowerCase()]?.requestBody?.content?.['application/json'];
  return (content as { schema?: Schema } | undefined)?.schema;
}

const writing = () =>
  Object.entries(routes).flatMap(([name, route]) => {
    const schema = bodySchemaOf(name);
    return schema === undefined ? [] : [{ name, route, schema }];
  });

/** @returns what is wrong with the answer; undefined when it is one that the API promises */
async function complaintAbout(caller: Caller, address: string, sent: Sent): Promise<string | undefined> {
  const response = await walk.ask(caller, address, { sent });
  const text = await response.text();
  const shot = `${address} as ${caller}, ${sent.contentType}: ${sent.text.slice(0, 300)} → ${response.status} ${text.slice(0, 200)}`;
  if (response.status >= 500) return shot;
  if (response.status < 400) return undefined;
  const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json') ?? false;
  return isProblem && problemSchema.safeParse(JSON.parse(text)).success ? undefined : shot;
}

describe(`bodies made from the OpenAPI document, and against it (FUZZ_SEED=${seed})`, () => {
  it('are sent to every route that takes one', () => {
    const names = writing().map(({ name }) => name);
    expect(names.length).toBeGreaterThan(25);
    const left = Object.entries(routes).filter(([name, { body }]) => body !== undefined && !names.includes(name));
    // Uploads and pictures have no JSON; they have tests of their own.
    expect(left.map(([name]) => name)).toEqual([
      'PUT /api/v1/hubs/{hub}/resources/{resource}/picture',
      'POST /api/v1/print-jobs',
      'PUT /api/v1/print-jobs/{id}/print-file',
      'PUT /api/v1/print-jobs/{id}/file',
    ]);
  });

  it.each(['resident', 'staff', 'admin'] as const)('never make the API fail when sent by %s', async (caller) => {
    const complaints: string[] = [];
    for (const { name, route, schema } of writing()) {
      const bodies = fc.sample(anyBody(schema), { seed, numRuns: bodiesPerRoute });
      for (let first = 0; first < bodies.length; first += atOnce) {
        await walk.clearAway();
        const address = addressOf(name, route, await walk.newThings());
        const batch = bodies.slice(first, first + atOnce);
        const answers = await Promise.all(batch.map((sent) => complaintAbout(caller, address, sent)));
        complaints.push(...answers.filter((answer) => answer !== undefined));
      }
    }
    expect(complaints.slice(0, 20)).toEqual([]);
  });

  it('have left every prototype as it was', () => {
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});
