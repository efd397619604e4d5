import { Logger } from '@nestjs/common';
import { problemSchema } from '#libs/contracts';
import { backends } from '../../../../test/support/backends.js';
import { emptyRedis } from '../../../../test/support/empty-redis.js';
import { eventually } from '../../../../test/support/eventually.js';
import { RunningApi } from '../../../../test/support/running-api.js';
import { openGate, type TcpGate } from '../../../../test/support/tcp-gate.js';

/** Leaves 2 of the calendar's requests, 3 for codes, 6 for tries and for checks. */
const factor = '0.025';

const feed = (api: RunningApi, token: string, headers: Record<string, string> = {}) =>
  api.fetch(`/api/v1/bookings/calendar.ics?token=${token}`, { headers });
const statusOf = async (response: Promise<Response>) => (await response).status;

describe.each(backends())('limits counted by $name', ({ redisUrl }) => {
  let here: RunningApi;
  let there: RunningApi;
  let token: string;
  let tokenCount = 0;

  beforeAll(async () => {
    if (redisUrl !== undefined) await emptyRedis(redisUrl);
    const env = { REDIS_URL: redisUrl, RATE_LIMIT_FACTOR: factor };
    here = await RunningApi.start({ env });
    there = await RunningApi.start({ env: { ...env, DATABASE_URL: here.databaseUrl } });
  });
  afterAll(async () => {
    await there.remove();
    await here.remove();
  });
  beforeEach(() => {
    token = `${'t'.repeat(42)}${(tokenCount += 1)}`;
  });

  it('are shared by all replicas', async () => {
    expect(await statusOf(feed(here, token))).toBe(404);
    expect(await statusOf(feed(there, token))).toBe(404);
    expect(await statusOf(feed(here, token))).toBe(429);
    expect(await statusOf(feed(there, token))).toBe(429);
  });

  it('let through exactly as many of a crowd as there is room for', async () => {
    const crowd = Array.from({ length: 40 }, (_, index) => statusOf(feed(index % 2 === 0 ? here : there, token)));
    const statuses = await Promise.all(crowd);
    expect(statuses.filter((status) => status === 404)).toHaveLength(2);
    expect(statuses.filter((status) => status === 429)).toHaveLength(38);
  });

  it('say what is wrong and when to come back', async () => {
    for (let count = 0; count < 2; count += 1) await feed(here, token);
    const response = await feed(here, token, { 'accept-language': 'en' });
    const problem = problemSchema.parse(await response.json());
    expect(problem).toMatchObject({ code: 'rate_limited', title: expect.stringContaining('Too many requests') });
    const seconds = Number(response.headers.get('retry-after'));
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(600);
  });

  it('count what has no account by client: requests for codes, whatever addresses they name', async () => {
    const ask = (api: RunningApi, name: string) =>
      statusOf(api.send('POST', '/api/v1/auth/codes', { email: `${name}@digikeskus.example` }));
    const statuses = [await ask(here, 'a'), await ask(there, 'b'), await ask(here, 'c'), await ask(there, 'd')];
    expect(statuses).toEqual([202, 202, 202, 429]);
  });

  it('keep nobody’s address in PostgreSQL', async () => {
    await feed(here, token);
    const rows = await here.rows<{ key: string }>('SELECT key FROM rate_limit');
    expect(rows.length > 0).toBe(redisUrl === undefined);
    expect(rows.filter(({ key }) => key.includes('127.0.0.1') || key.includes(token))).toEqual([]);
  });
});

describe('people who are signed in', () => {
  let api: RunningApi;
  beforeAll(async () => {
    api = await RunningApi.start({ env: { RATE_LIMIT_FACTOR: factor } });
  });
  afterAll(() => api.remove());

  it('have a count of their own, wherever they are', async () => {
    const cookies = [await api.cookieOf('asukas@digikeskus.example'), await api.cookieOf('staff@digikeskus.example')];
    const body = { resource: 'studio', startsAt: '2026-11-30T10:00:00Z', endsAt: '2026-11-30T11:00:00Z' };
    const check = (cookie: string) => statusOf(api.send('POST', '/api/v1/bookings/check', body, { cookie }));
    const [first, second] = cookies as [string, string];
    const statuses = await Promise.all(Array.from({ length: 8 }, () => check(first)));
    expect([statuses.filter((status) => status === 200).length, statuses.includes(429)]).toEqual([6, true]);
    expect(await check(second)).toBe(200);
  });
});

describe('the address of a client', () => {
  const spoofed = (index: number) => ({ 'x-forwarded-for': `203.0.113.${index}` });
  const askSixTimes = async (api: RunningApi) => {
    const statuses: number[] = [];
    for (let index = 1; index <= 6; index += 1) {
      const body = { email: `from-${index}@digikeskus.example` };
      statuses.push(await statusOf(api.send('POST', '/api/v1/auth/codes', body, spoofed(index))));
    }
    return statuses;
  };

  it('is not what it claims to be, unless a proxy is trusted', async () => {
    const api = await RunningApi.start({ env: { RATE_LIMIT_FACTOR: factor } });
    try {
      expect(await askSixTimes(api)).toEqual([202, 202, 202, 429, 429, 429]);
    } finally {
      await api.remove();
    }
  });

  it('is what a trusted proxy says', async () => {
    const api = await RunningApi.start({ env: { RATE_LIMIT_FACTOR: factor, TRUST_PROXY: '127.0.0.1' } });
    try {
      expect(await askSixTimes(api)).toEqual([202, 202, 202, 202, 202, 202]);
    } finally {
      await api.remove();
    }
  });

  it('is the nearest one that is no trusted proxy, whatever the client wrote before it', async () => {
    const api = await RunningApi.start({ env: { RATE_LIMIT_FACTOR: factor, TRUST_PROXY: '127.0.0.1' } });
    try {
      const statuses: number[] = [];
      for (let index = 1; index <= 4; index += 1) {
        const headers = { 'x-forwarded-for': `203.0.113.${index}, 198.51.100.1` };
        const body = { email: `behind-${index}@digikeskus.example` };
        statuses.push(await statusOf(api.send('POST', '/api/v1/auth/codes', body, headers)));
      }
      expect(statuses).toEqual([202, 202, 202, 429]);
    } finally {
      await api.remove();
    }
  });
});

for (const { name, redisUrl } of backends()) {
  // The limits in PostgreSQL are away only when everything else is.
  if (redisUrl === undefined) continue;
  describe(`while ${name} is away`, () => {
    let gate: TcpGate;
    let api: RunningApi;

    beforeAll(async () => {
      await emptyRedis(redisUrl);
      gate = await openGate(redisUrl);
      api = await RunningApi.start({ env: { REDIS_URL: gate.url, RATE_LIMIT_FACTOR: factor, LOG_LEVEL: 'warn' } });
    });
    afterAll(async () => {
      await api.remove();
      await gate.remove();
    });

    it('nobody is kept out, the log says so once, and afterwards requests are counted again', async () => {
      const warn = jest.spyOn(Logger.prototype, 'warn').mockReturnValue(undefined);
      try {
        gate.shut();
        const statuses = await Promise.all(Array.from({ length: 6 }, () => statusOf(feed(api, 'a'.repeat(43)))));
        expect(statuses).toEqual([404, 404, 404, 404, 404, 404]);
        expect(warn.mock.calls.filter(([text]) => String(text).includes('not counted'))).toHaveLength(1);
        gate.reopen();
        await eventually('requests are counted', async () => (await feed(api, 'b'.repeat(43))).status === 429);
      } finally {
        gate.reopen();
        warn.mockRestore();
      }
    });

    it('wrong codes are counted all the same', async () => {
      gate.shut();
      try {
        const guess = () =>
          statusOf(api.send('POST', '/api/v1/auth/sessions', { email: 'x@digikeskus.example', code: '000000' }));
        const statuses: number[] = [];
        for (let count = 0; count < 7; count += 1) statuses.push(await guess());
        expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429]);
      } finally {
        gate.reopen();
      }
    });
  });
}
