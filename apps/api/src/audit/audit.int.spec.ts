import { DataSource } from 'typeorm';
import { auditListSchema } from '#libs/contracts';
import { Database, subjectWords, type SubjectType } from '#libs/platform';
import { RunningApi } from '../../../../test/support/running-api.js';

const aThing = '019a0000-0000-7000-8000-000000000001';
const ofThing = `subjectType=booking&subjectId=${aThing}`;
const [ten, eleven] = ['2026-12-01T08:00:00Z', '2026-12-01T09:00:00Z'];
const [closes, reopens] = ['2026-12-23T10:00:00Z', '2026-12-24T10:00:00Z'];

/** Makes a thing of each kind that the demo hub lacks. */
const oneOfEachSql = `
  WITH h AS (SELECT id FROM hub WHERE slug = 'viitasaari'),
  a AS (SELECT id, display_name FROM account WHERE email = 'staff@digikeskus.example'),
  r AS (UPDATE resource SET name = '{"fi": "Studio", "sv": "Studion"}' WHERE slug = 'studio' RETURNING *),
  p AS (UPDATE pool SET name = '{"fi": "Vain suomeksi"}' WHERE slug = (SELECT min(slug) FROM pool) RETURNING *),
  b AS (INSERT INTO booking (hub_id, account_id, category, status, starts_at, ends_at, created_at, updated_at)
    SELECT h.id, a.id, 'room', 'confirmed', '${ten}', '${eleven}', now(), now() FROM h, a RETURNING id),
  x AS (INSERT INTO allocation (resource_id, booking_id, during, kind, is_target)
    SELECT r.id, b.id, '[${ten},${eleven})', 'booking', true FROM r, b),
  s AS (INSERT INTO booking_series (hub_id, account_id, category, pool_id, resource_ids, rrule, starts_at_local,
      duration_minutes, created_at)
    SELECT h.id, a.id, 'room', NULL, ARRAY[r.id], 'FREQ=DAILY;COUNT=1', '2026-12-01T10:00', 60, now() FROM h, a, r
    RETURNING id),
  w AS (INSERT INTO waiting_entry (hub_id, account_id, pool_id, wanted_from, wanted_to, duration_minutes, status,
      created_at, updated_at)
    SELECT h.id, a.id, p.id, '${ten}', '${eleven}', 60, 'waiting', now(), now() FROM h, a, p RETURNING id),
  c AS (INSERT INTO closure (hub_id, during, reason, created_by, created_at)
    SELECT h.id, '[${closes},${reopens})', 'Vesivahinko', a.id, now() FROM h, a RETURNING id),
  i AS (INSERT INTO induction_session (hub_id, kind, starts_at, ends_at, seats, created_by, created_at)
    SELECT h.id, 'laser', '${ten}', '${eleven}', 3, a.id, now() FROM h, a RETURNING id),
  j AS (INSERT INTO print_job (hub_id, account_id, status, file_name, file_sha256, file_bytes, created_at, updated_at)
    SELECT h.id, a.id, 'uploaded', 'kuppi.gcode', repeat('0', 64), 1, now(), now() FROM h, a RETURNING id),
  f AS (INSERT INTO spool (hub_id, number, material, color_name, full_grams, start_grams, density,
      diameter_millimetres, created_at)
    SELECT h.id, 901, 'PLA', 'punainen', 1000, 1000, 1.24, 1.75, now() FROM h RETURNING id),
  d AS (INSERT INTO device (hub_id, kind, name, paired_at) SELECT h.id, 'kiosk', 'Aula', now() FROM h RETURNING id),
  o AS (INSERT INTO organisation (name, kind, created_at) VALUES ('Kerho', 'third_sector', now()) RETURNING id)
  SELECT 'account' AS type, id, display_name AS name, NULL AS ref, NULL::timestamptz AS "startsAt" FROM a
  UNION ALL SELECT 'hub', hub.id, hub.name, hub.slug, NULL FROM hub, h WHERE hub.id = h.id
  UNION ALL SELECT 'pool', id, 'Vain suomeksi', slug, NULL FROM p
  UNION ALL SELECT 'resource', id, 'Studion', 'studio', NULL FROM r
  UNION ALL SELECT 'booking', id, 'Studion', NULL, '${ten}' FROM b
  UNION ALL SELECT 'series', id, 'Studion', NULL, NULL FROM s
  UNION ALL SELECT 'waiting_entry', id, 'Vain suomeksi', NULL, NULL FROM w
  UNION ALL SELECT 'closure', id, 'Vesivahinko', NULL, '${closes}' FROM c
  UNION ALL SELECT 'induction-session', id, 'laser', NULL, '${ten}' FROM i
  UNION ALL SELECT 'print_job', id, NULL, NULL, NULL FROM j
  UNION ALL SELECT 'spool', id, 'PLA punainen', '901', NULL FROM f
  UNION ALL SELECT 'device', id, 'Aula', NULL, NULL FROM d
  UNION ALL SELECT 'organisation', id, 'Kerho', NULL, NULL FROM o
  UNION ALL SELECT 'printer', id, name ->> 'sv', slug, NULL FROM resource
    WHERE id = (SELECT resource_id FROM printer ORDER BY resource_id LIMIT 1)`;

let api: RunningApi;
let admin: string;
let staff: string;
let resident: string;
let foreign: string;

beforeAll(async () => {
  api = await RunningApi.start({ env: { SYSTEM_ADMIN_EMAIL: 'system@digikeskus.example' } });
  admin = await api.cookieOf('admin@digikeskus.example');
  staff = await api.cookieOf('staff@digikeskus.example');
  resident = await api.cookieOf('asukas@digikeskus.example');
  foreign = await api.cookieOf('neighbour@digikeskus.example');
  await api.rows(
    `WITH h AS (INSERT INTO hub (slug, name, address, time_zone, languages, weekly_hours)
       SELECT 'naapuri', 'Naapuri', address, time_zone, languages, weekly_hours FROM hub RETURNING id)
     INSERT INTO role_assignment (account_id, role, hub_id)
     SELECT a.id, 'admin', h.id FROM account a, h WHERE a.email = 'neighbour@digikeskus.example'`,
  );
  await recordMany(120);
});
afterAll(() => api.remove());

/** Some time and a member of staff did to a thing of the hub, by turns. */
async function recordMany(count: number) {
  const [row] = await api.rows<{ hubId: string; accountId: string }>(
    `SELECT h.id AS "hubId", a.id AS "accountId" FROM hub h, account a
     WHERE h.slug = 'viitasaari' AND a.email = 'staff@digikeskus.example'`,
  );
  await api.get(Database).transaction(async (tx) => {
    for (let n = 0; n < count; n += 1) {
      const accountId = n % 2 === 0 ? (row?.accountId ?? '') : null;
      const subject = { subjectType: 'booking' as const, subjectId: aThing, hubId: row?.hubId ?? '' };
      tx.record({ accountId, action: 'booking.release', ...subject, details: { n } });
    }
    await Promise.resolve();
  });
}

/** An entry about one thing of each kind that the record knows, and what it calls it in Swedish. */
async function recordOneOfEach() {
  const things = await api.rows<{
    type: SubjectType;
    id: string;
    name: string | null;
    ref: string | null;
    startsAt: Date | null;
  }>(oneOfEachSql);
  const [hub] = await api.rows<{ id: string }>(`SELECT id FROM hub WHERE slug = 'viitasaari'`);
  expect(new Set(things.map(({ type }) => type))).toEqual(new Set(Object.keys(subjectWords)));
  await api.get(Database).transaction(async (tx) => {
    for (const { type, id } of things) {
      const subject = { subjectType: type, subjectId: id, hubId: hub?.id ?? '' };
      tx.record({ accountId: null, action: 'booking.release', ...subject });
    }
    await Promise.resolve();
  });
  return things.map(({ id, name, ref, startsAt }) => ({
    id,
    expected: { name, ref, startsAt: startsAt?.toISOString() ?? null },
  }));
}

async function ask(cookie: string, query: string, language = 'en') {
  const headers = { cookie, 'accept-language': language };
  const response = await api.fetch(`/api/v1/audit?${query}`, { headers });
  const body: unknown = await response.json();
  return { status: response.status, ...(response.ok && auditListSchema.parse(body)) };
}

/** How many entries somebody gets on the first page, or the status. */
async function seen(cookie: string, query: string) {
  const { status, items } = await ask(cookie, query);
  return items?.length ?? status;
}

describe('the record', () => {
  it('says when, who, what and from which session, in the reader’s language', async () => {
    const [person] = await api.rows<{ id: string }>(`SELECT id FROM account WHERE email = 'asukas@digikeskus.example'`);
    const path = `/api/v1/people/${person?.id ?? ''}`;
    const block = { hub: 'viitasaari', reason: 'noise' };
    await api.send('POST', `${path}/blocks`, block, { cookie: staff });
    const { items } = await ask(staff, `subjectType=account&subjectId=${person?.id ?? ''}`, 'fi');
    const [session] = await api.rows<{ id: string; name: string }>(
      `SELECT s.id, a.display_name AS name FROM session s JOIN account a ON a.id = s.account_id
       WHERE a.email = 'staff@digikeskus.example'`,
    );
    expect(items).toMatchObject([
      {
        by: { name: session?.name },
        action: 'person.block',
        text: 'asetti käyttökiellon',
        hub: 'viitasaari',
        sessionId: session?.id,
      },
    ]);
  });

  it('calls what time did the system’s', async () => {
    const { items } = await ask(staff, ofThing);
    expect(items?.[0]).toMatchObject({ by: { id: null, name: 'The system' }, details: { n: 119 } });
    expect(items?.[1]).toMatchObject({ details: { n: 118 } });
    expect(items?.[1]?.by.id).not.toBeNull();
  });

  it('comes in pages, the newest first, and shows each entry once', async () => {
    const numbers: unknown[] = [];
    let cursor: string | null | undefined = '';
    while (typeof cursor === 'string') {
      const page: Awaited<ReturnType<typeof ask>> = await ask(staff, `${ofThing}${cursor && `&cursor=${cursor}`}`);
      numbers.push(...(page.items ?? []).map(({ details }) => details.n));
      cursor = page.nextCursor;
    }
    expect(numbers).toEqual(Array.from({ length: 120 }, (_, index) => 119 - index));
  });

  it('shows staff the things of their hub and not the whole of it', async () => {
    expect(await seen(staff, ofThing)).toBe(50);
    expect(await seen(staff, `${ofThing}&hub=viitasaari`)).toBe(50);
    expect(await seen(staff, '')).toBe(403);
    expect(await seen(staff, 'hub=viitasaari')).toBe(403);
  });

  it('shows administrators their hub alone', async () => {
    expect(await seen(admin, '')).toBe(50);
    expect(await seen(admin, 'hub=viitasaari')).toBe(50);
    expect(await seen(foreign, '')).toBe(0);
    expect(await seen(foreign, ofThing)).toBe(0);
    expect(await seen(foreign, 'hub=viitasaari')).toBe(403);
    expect(await seen(foreign, `${ofThing}&hub=viitasaari`)).toBe(403);
    expect(await seen(admin, 'hub=nowhere')).toBe(404);
  });

  it('shows a system administrator also what is of no hub', async () => {
    const nowhere = '019a0000-0000-7000-8000-000000000002';
    await api.get(Database).transaction(async (tx) => {
      tx.record({ accountId: null, action: 'account.tie-provider', subjectType: 'account', subjectId: nowhere });
      await Promise.resolve();
    });
    const system = await api.cookieOf('system@digikeskus.example');
    const query = `subjectType=account&subjectId=${nowhere}`;
    expect(await seen(system, query)).toBe(1);
    expect(await seen(admin, query)).toBe(0);
    expect(await seen(system, '')).toBe(50);
  });

  it('is nobody else’s, and asks for a thing by both its kind and its id', async () => {
    expect(await seen('', ofThing)).toBe(401);
    expect(await seen(resident, ofThing)).toBe(403);
    expect(await seen(staff, `subjectId=${aThing}`)).toBe(400);
  });

  it('shows administrators, and no other staff, all that happened to one kind of thing', async () => {
    const typesOf = async (type: string) => {
      const { items } = await ask(admin, `hub=viitasaari&subjectType=${type}`);
      return new Set(items?.map(({ subjectType }) => subjectType));
    };
    expect(await typesOf('account')).toEqual(new Set(['account']));
    expect(await typesOf('booking')).toEqual(new Set(['booking']));
    expect(await seen(staff, 'subjectType=booking')).toBe(403);
    expect(await seen(foreign, 'subjectType=booking')).toBe(0);
  });

  it('calls each kind of thing by its name in the reader’s language, as long as it is there', async () => {
    const subjects = await recordOneOfEach();
    const { items } = await ask(admin, '', 'sv');
    const found = new Map(items?.map(({ subjectId, subject }) => [subjectId, subject]));
    for (const { id, ...subject } of subjects) expect([id, found.get(id)]).toEqual([id, subject.expected]);
    const { items: gone } = await ask(admin, ofThing);
    expect(gone?.[0]?.subject).toBeNull();
  });

  it('takes one query, and one more where a hub is named, besides those that say who asks', async () => {
    const spy = jest.spyOn(api.get(DataSource), 'query');
    const reads = async (query: string) => {
      spy.mockClear();
      await ask(admin, query);
      return spy.mock.calls.filter(([sql]) => /FROM audit_entry|FROM hub WHERE (id|slug) = /.test(sql)).length;
    };
    expect(await reads('')).toBe(1);
    expect(await reads('hub=viitasaari')).toBe(2);
    spy.mockRestore();
  });
});
