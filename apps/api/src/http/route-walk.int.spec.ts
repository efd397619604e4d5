import type { OpenAPIObject } from '@nestjs/swagger';
import { audiences } from '../../../../test/support/route-audiences.js';
import { addressOf, routes } from '../../../../test/support/route-table.js';
import type { Route } from '../../../../test/support/route.js';
import { callers, marker, RouteWalk, type Caller } from '../../../../test/support/route-walk.js';

jest.setTimeout(180_000);

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const;
const ruled = [409, 412, 422, 429, 503];
const knowsResident: readonly Caller[] = ['resident', 'staff', 'admin'];

let walk: RouteWalk;
let document: OpenAPIObject;

beforeAll(async () => {
  walk = await RouteWalk.start();
  document = (await (await walk.api.fetch('/api/openapi.json')).json()) as OpenAPIObject;
});
afterAll(() => walk.api.remove());

type Operation = { 'x-access'?: string; security?: object[] };

const published = () =>
  Object.entries(document.paths).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const operation = item[method] as Operation | undefined;
      return operation === undefined ? [] : [{ name: `${method.toUpperCase()} ${path}`, operation }];
    }),
  );

/** @returns what the answer gives away besides what the caller may know; undefined when all is as the table says */
async function complaintAbout(name: string, route: Route, caller: Caller): Promise<string | undefined> {
  const body: unknown = typeof route.body === 'function' ? route.body() : route.body;
  const address = addressOf(name, route, await walk.newThings());
  const response = await walk.ask(caller, address, { ...route, body });
  const text = name.endsWith('/live') ? await endStream(response) : await response.text();
  const expected = audiences[route.may].told[caller];
  const isIn = response.status < 400 || ruled.includes(response.status);
  if (expected === 'in' ? !isIn : response.status !== expected) {
    return `${name} as ${caller}: ${response.status} instead of ${expected}: ${text.slice(0, 300)}`;
  }
  if (!knowsResident.includes(caller) && text.toLowerCase().includes(marker)) {
    return `${name} as ${caller}: tells about somebody else: ${text.slice(0, 300)}`;
  }
  return undefined;
}

async function endStream(response: Response): Promise<string> {
  await response.body?.cancel();
  return '';
}

describe('every route', () => {
  it('is in the table, and nothing else is', () => {
    expect(Object.keys(routes).toSorted()).toEqual(
      published()
        .map(({ name }) => name)
        .toSorted(),
    );
  });

  it('says in the OpenAPI document what it asks of its caller', () => {
    const declared = published().map(({ name, operation }) => [
      name,
      { access: operation['x-access'], security: operation.security ?? [] },
    ]);
    const expected = Object.entries(routes).map(([name, { may }]) => {
      const { level } = audiences[may];
      return [name, { access: level, security: level === 'public' ? [] : [{ cookie: [] }] }];
    });
    expect(Object.fromEntries(declared)).toEqual(Object.fromEntries(expected));
  });

  it.each(Object.entries(routes))(
    '%s lets in whom the table says, and tells the others nothing',
    async (name, route) => {
      const complaints: string[] = [];
      for (const caller of callers) {
        const complaint = await complaintAbout(name, route, caller);
        if (complaint !== undefined) complaints.push(complaint);
      }
      expect(complaints).toEqual([]);
    },
  );
});
