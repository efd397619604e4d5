import type { OpenAPIObject } from '@nestjs/swagger';
import { describeInBrowser, launchChromium } from '../../../../test/browser/chromium.js';
import { RunningApi } from '../../../../test/support/running-api.js';

/** Addresses that other programs rely on; they keep their names. */
const pinned = [
  'GET /health/live',
  'GET /health/ready',
  'GET /metrics',
  'POST /api/v1/auth/codes',
  'POST /api/v1/auth/sessions',
  'DELETE /api/v1/auth/sessions/current',
  'GET /api/v1/me',
  'PATCH /api/v1/me',
  'GET /api/v1/hubs',
  'GET /api/v1/hubs/{hub}',
  'GET /api/v1/hubs/{hub}/resources',
  'GET /api/v1/hubs/{hub}/availability',
  'GET /api/v1/hubs/{hub}/board',
  'GET /api/v1/hubs/{hub}/queue',
  'GET /api/v1/hubs/{hub}/printers',
  'POST /api/v1/bookings',
  'POST /api/v1/bookings/check',
  'GET /api/v1/bookings',
  'GET /api/v1/bookings/{id}',
  'GET /api/v1/bookings/calendar.ics',
  'GET /api/v1/hubs/{hub}/resources/{resource}/calendar.ics',
  'POST /api/v1/bookings/{id}/cancel',
  'POST /api/v1/print-jobs',
  'GET /api/v1/print-jobs',
  'GET /api/v1/print-jobs/{id}',
  'GET /api/v1/print-jobs/{id}/thumbnail',
  'POST /api/v1/print-jobs/{id}/approve',
  'POST /api/v1/print-jobs/{id}/reject',
  'POST /api/v1/print-jobs/{id}/request-changes',
  'POST /api/v1/print-jobs/{id}/cancel',
  'POST /api/v1/print-jobs/{id}/retry',
  'POST /api/v1/print-jobs/{id}/collect',
  'GET /api/v1/printers/{id}',
  'POST /api/v1/printers/{id}/pause',
  'POST /api/v1/printers/{id}/resume',
  'POST /api/v1/printers/{id}/cancel',
  'POST /api/v1/printers/{id}/clear-plate',
  'GET /api/v1/live',
  'GET /api/v1/demo/mailbox',
];
/** Their address says everything. */
const bodilessPosts =
  'accept approve archive calendar-feed cancel bookings/\\{id\\}/check-in check-out clear-plate collect dispose bookings/\\{id\\}/confirm erase in-order options pause ' +
  'recovery-codes restore resume retry seat second-factors/totp test unload use-now withdrawal';
const withoutBody = new RegExp(
  `^(POST .*/(${bodilessPosts.replaceAll(' ', '|')})|PUT .*/(roles/\\{hub\\}/\\{role\\}|organisations/\\{(id|organisation)\\}))$`,
);
const methods = ['get', 'post', 'put', 'patch', 'delete'] as const;

let api: RunningApi;
let document: OpenAPIObject;

beforeAll(async () => {
  api = await RunningApi.start();
  document = (await (await api.fetch('/api/openapi.json')).json()) as OpenAPIObject;
});
afterAll(() => api.remove());

const operations = () =>
  Object.entries(document.paths).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const operation = item[method];
      return operation === undefined ? [] : [{ name: `${method.toUpperCase()} ${path}`, operation }];
    }),
  );

describe('the OpenAPI document', () => {
  it('has every address that other programs rely on', () => {
    const names = operations().map(({ name }) => name);
    expect(pinned.filter((name) => !names.includes(name))).toEqual([]);
  });

  it('says of every request that has a body what is in it', () => {
    const described = operations().filter(({ operation }) => {
      const body = operation.requestBody as { content?: Record<string, { schema?: object }> } | undefined;
      return Object.values(body?.content ?? {}).some(({ schema }) => Object.keys(schema ?? {}).length > 0);
    });
    const expected = operations().filter(({ name }) => /^(POST|PUT|PATCH)/.test(name) && !withoutBody.test(name));
    expect(described.map(({ name }) => name)).toEqual(expected.map(({ name }) => name));
  });

  it('says of every answer what is in it, and that only commands, deletions and redirects have none', () => {
    for (const { name, operation } of operations()) {
      const [status, answer] = Object.entries(operation.responses).find(([key]) => key.startsWith('2')) ?? [];
      const { content } = (answer ?? {}) as { content?: Record<string, { schema?: object }> };
      const media = Object.values(content ?? {});
      const isDescribed = media.some(({ schema }) => Object.keys(schema ?? {}).length > 0);
      const isBodiless =
        status === '204' || (status === '202' && name.includes('/printers/')) || '303' in operation.responses;
      expect([name, isDescribed]).toEqual([name, !isBodiless]);
    }
  });

  it('says of every path parameter and every question what it may be', () => {
    const parameters = operations().flatMap(({ operation }) => operation.parameters ?? []);
    expect(parameters.length).toBeGreaterThan(30);
    for (const parameter of parameters) expect(parameter).toMatchObject({ schema: expect.any(Object) });
  });

  it('says that every route refuses with a problem document', () => {
    for (const { operation } of operations()) {
      expect(operation.responses['default']).toMatchObject({
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      });
    }
    expect(document.components?.schemas?.['Problem']).toMatchObject({ properties: { code: { type: 'string' } } });
  });
});

describeInBrowser('the documentation page', () => {
  it('shows every group of operations, and nothing of it is blocked by the content security policy', async () => {
    const browser = await launchChromium();
    try {
      const page = await browser.newPage();
      const complaints: string[] = [];
      page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(error.message));
      await page.goto(`${api.url}/api/docs`);
      const groups = new Set(operations().flatMap(({ operation }) => operation.tags ?? []));
      await page
        .locator('.opblock-tag')
        .nth(groups.size - 1)
        .waitFor();
      const shown = page.locator('.opblock-tag');
      expect(await shown.evaluateAll((tags) => tags.map((tag) => tag.getAttribute('data-tag')))).toEqual([...groups]);
      await shown.first().click();
      await page.locator('.opblock').first().waitFor();
      expect(complaints).toEqual([]);
    } finally {
      await browser.close();
    }
  });

  it('is the only page that may have styles in it', async () => {
    const policyOf = async (path: string) => (await api.fetch(path)).headers.get('content-security-policy') ?? '';
    expect(await policyOf('/api/docs')).toContain("style-src 'self' 'unsafe-inline'");
    expect(await policyOf('/api/docs')).not.toContain("script-src 'unsafe-inline'");
    expect(await policyOf('/api/v1/hubs')).not.toContain('unsafe-inline');
  });
});
