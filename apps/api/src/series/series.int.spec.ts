import { seriesChangePreviewSchema, type ProblemDocument, type Series, type SeriesList } from '#libs/contracts';
import { RunningApi } from '../../../../test/support/running-api.js';

let api: RunningApi;
let staff: string;

beforeAll(async () => {
  api = await RunningApi.start();
  staff = await api.cookieOf('staff@digikeskus.example');
});
afterAll(() => api.remove());

interface Answer<Body> {
  status: number;
  etag: string | null;
  body: Body;
}

async function call<Body = Series>(
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer<Body>> {
  const response = await api.fetch(`/api/v1${path}`, {
    method,
    headers: { cookie: staff, ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: response.status, etag: response.headers.get('etag'), body: (await response.json()) as Body };
}

/** Two Tuesdays at noon, some months ahead. */
function aSeries(): Promise<Answer<Series>> {
  const ahead = new Date(Date.now() + 100 * 24 * 3_600_000);
  const tuesday = new Date(ahead.getTime() + ((9 - ahead.getUTCDay()) % 7) * 24 * 3_600_000);
  const startsAt = `${tuesday.toISOString().slice(0, 10)}T12:00`;
  const wish = { resource: 'podcast-room', rrule: 'FREQ=WEEKLY;COUNT=2', startsAt, durationMinutes: 60 };
  return call('POST', '/series', { ...wish, mode: 'skip_conflicts' });
}

it('a series is made, previewed and changed by the version that was read', async () => {
  const made = await aSeries();
  expect([made.status, made.etag]).toEqual([201, `"${made.body.version}"`]);
  const path = `/series/${made.body.id}`;
  const date = `${path}/instances/${made.body.instances[0]?.bookingId}`;
  const read = await call('GET', path);
  expect([read.etag, read.body]).toEqual([made.etag, made.body]);

  const ifMatch = { 'if-match': made.etag ?? '' };
  const preview = await call('POST', `${date}/preview?scope=all`, { action: 'cancel' }, ifMatch);
  expect(preview.status).toBe(200);
  expect(seriesChangePreviewSchema.parse(preview.body).items).toHaveLength(made.body.instances.length);
  expect((await call('GET', path)).body).toEqual(made.body);

  const changed = await call('PATCH', `${date}?scope=one`, { action: 'cancel' }, ifMatch);
  expect([changed.status, changed.etag]).toEqual([200, `"${changed.body.version}"`]);
  for (const [method, address] of [['PATCH', date] as const, ['POST', `${date}/preview`] as const]) {
    const stale = await call<ProblemDocument>(method, `${address}?scope=all`, { action: 'cancel' }, ifMatch);
    expect([stale.status, stale.body.code]).toEqual([412, 'precondition.failed']);
  }
  expect((await call('GET', path)).body).toEqual(changed.body);
});

describe('the public title of a series', () => {
  it('is given with the series or later, by the version that was read, and is on the board', async () => {
    const made = await aSeries();
    const path = `/series/${made.body.id}`;
    expect(made.body.publicTitle).toBeNull();
    const ifMatch = { 'if-match': made.etag ?? '' };
    const titled = await call('PATCH', path, { publicTitle: ' Podcast-kerho ' }, ifMatch);
    expect([titled.status, titled.body.publicTitle, titled.etag]).toEqual([
      200,
      'Podcast-kerho',
      `"${made.body.version + 1}"`,
    ]);
    const stale = await call<ProblemDocument>('PATCH', path, { publicTitle: null }, ifMatch);
    expect([stale.status, stale.body.code]).toEqual([412, 'precondition.failed']);
    const { items } = (await call<SeriesList>('GET', '/series?hub=viitasaari')).body;
    expect(items.find(({ id }) => id === made.body.id)?.publicTitle).toBe('Podcast-kerho');
  });

  it.each([
    ['empty', { publicTitle: '  ' }],
    ['longer than a line', { publicTitle: 'x'.repeat(81) }],
    ['missing', {}],
    ['a number', { publicTitle: 7 }],
  ])('is refused when it is %s', async (_what, body) => {
    const made = await aSeries();
    const refused = await call<ProblemDocument>('PATCH', `/series/${made.body.id}`, body);
    expect([refused.status, refused.body.code]).toEqual([400, 'request.invalid']);
  });

  it('is changed by staff alone', async () => {
    const made = await aSeries();
    const resident = { cookie: await api.cookieOf('asukas@digikeskus.example') };
    const path = `/series/${made.body.id}`;
    const refused = await call<ProblemDocument>('PATCH', path, { publicTitle: 'Oma' }, resident);
    expect([refused.status, refused.body.code]).toEqual([403, 'auth.forbidden']);
    const unknown = await call<ProblemDocument>('PATCH', `/series/${crypto.randomUUID()}`, { publicTitle: 'Oma' });
    expect([unknown.status, unknown.body.code]).toEqual([404, 'not_found']);
  });
});
