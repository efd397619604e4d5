import { freePort, runProgram } from '../support/process.js';
import { createTestDatabase } from '../support/database.js';
import { eventually } from '../support/eventually.js';

/** On a machine with other work to do. */
const startMs = 60_000;
const password = 'hunter2-in-an-address';
const secretKey = 'the-key-that-opens-every-door-of-the-hub';

const settings = {
  DATABASE_URL: `postgres://hub:${password}@127.0.0.1:1/hub`,
  MQTT_URL: `mqtt://hub:${password}@127.0.0.1:1`,
  SMTP_URL: `smtp://hub:${password}@127.0.0.1:1`,
  SECRET_KEY: secretKey,
  LOG_LEVEL: 'debug',
};

describe.each(['api', 'worker'])('the log of a failing %s, at its most talkative,', (app) => {
  const program = `dist/apps/${app}/src/main.js`;
  const run = async (env: Record<string, string>) => {
    const started = runProgram(program, { ...settings, PORT: String(await freePort()), ...env });
    await started.ended;
    return started.output();
  };

  it.each([
    ['the database is away', {}],
    ['its address is broken', { DATABASE_URL: `postgres://hub:${password}@nowhere:port/hub` }],
    ['Redis is away', { REDIS_URL: `redis://:${password}@127.0.0.1:1` }],
    ['the broker has no address', { MQTT_URL: `http://hub:${password}@broker` }],
  ])('says no secret when %s', async (_name, env) => {
    const output = await run(env);
    expect(output.length).toBeGreaterThan(0);
    expect(output).not.toContain(password);
    expect(output).not.toContain(secretKey);
  });
});

it('the log of a sign-in holds neither code, cookie, token nor key', async () => {
  const database = await createTestDatabase();
  const port = await freePort();
  const env = { ...settings, DATABASE_URL: database.url, PORT: String(port), DEMO: 'true' };
  const api = runProgram('dist/apps/api/src/main.js', env);
  const ask = (path: string, headers: Record<string, string> = {}, body?: object) =>
    fetch(`http://127.0.0.1:${port}/api/v1${path}`, {
      headers: { 'content-type': 'application/json', ...headers },
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
    });
  try {
    await eventually('the API', async () => (await ask('/hubs').catch(() => undefined))?.status === 200, startMs);
    await ask('/auth/codes', {}, { email: 'asukas@digikeskus.example' });
    await ask('/auth/sessions', {}, { email: 'asukas@digikeskus.example', code: '918273' });
    await ask('/me', { cookie: 'session=the-cookie', authorization: 'Bearer dk_the-token' });
    await ask('/bookings/calendar.ics?token=the-feed');
    expect(api.output()).toContain('Nest');
    expect(api.output()).not.toMatch(/918273|the-cookie|the-token|the-feed|the-key/);
    expect(api.output()).not.toContain(password);
  } finally {
    api.child.kill('SIGTERM');
    await api.ended;
    await database.drop();
  }
});
