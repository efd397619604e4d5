import { Logger } from '@nestjs/common';
import { problemSchema } from '#libs/contracts';
import { eventually } from '../../../../test/support/eventually.js';
import { RunningApi } from '../../../../test/support/running-api.js';
import { openGate, type TcpGate } from '../../../../test/support/tcp-gate.js';

/** A line of the Prometheus text format. */
const metricLine =
  /^(?:# (?:HELP|TYPE) [a-zA-Z_:][\w:]* .+|[a-zA-Z_:][\w:]*(?:\{[^{}]*\})? (?:[-+]?[\d.]+(?:e[-+]?\d+)?|Nan|[-+]Inf))$/;

let gate: TcpGate;
let api: RunningApi;

beforeAll(async () => {
  api = await RunningApi.start({
    reach: async (databaseUrl) => {
      gate = await openGate(databaseUrl);
      return gate.url;
    },
  });
  // It is told of every broken connection.
  Logger.overrideLogger(false);
});

afterAll(async () => {
  await api.remove();
  await gate.remove();
});

const metrics = async () => (await api.fetch('/metrics')).text();

describe('the API', () => {
  it('is alive and ready while it can do its work', async () => {
    expect((await api.fetch('/health/live')).status).toBe(200);
    const ready = await api.fetch('/health/ready');
    expect([ready.status, await ready.json()]).toEqual([
      200,
      expect.objectContaining({ details: { database: { status: 'up' }, queue: { status: 'up' } } }),
    ]);
  });

  it('has figures that Prometheus can read', async () => {
    const response = await api.fetch('/metrics');
    expect(response.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    const lines = (await response.text()).split('\n').filter((line) => line !== '');
    expect(lines.filter((line) => !metricLine.test(line))).toEqual([]);
    expect(lines).toContain('digikeskus_outbox_rows 0');
    expect(lines).toContain('digikeskus_live_streams 0');
  });

  it('is alive but not ready without its database, keeps its figures, and recovers', async () => {
    gate.shut();
    try {
      const ready = await api.fetch('/health/ready');
      expect(ready.status).toBe(503);
      expect(problemSchema.parse(await ready.json()).code).toBe('service.unavailable');
      expect((await api.fetch('/health/live')).status).toBe(200);
      expect(await metrics()).toContain('digikeskus_outbox_rows Nan');
    } finally {
      gate.reopen();
    }
    await eventually('it is ready again', async () => (await api.fetch('/health/ready')).status === 200);
    expect(await metrics()).toContain('digikeskus_outbox_rows 0');
  });
});
