import { DataSource } from 'typeorm';
import { auditListSchema } from '#libs/contracts';
import { Database } from '#libs/platform';
import { RunningApi } from '../../../../test/support/running-api.js';

const aThing = '019a0000-0000-7000-8000-000000000001';
const ofThing = `subjectType=booking&subjectId=${aThing}`;

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
      const subject = { subjectType: 'booking', subjectId: aThing, hubId: row?.hubId ?? '' };
      tx.record({ accountId, action: 'booking.release', ...subject, details: { n } });
    }
    await Promise.resolve();
  });
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
    expect(await seen(staff, 'subjectType=booking')).toBe(400);
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
