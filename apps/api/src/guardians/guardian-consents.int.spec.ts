import { DataSource } from 'typeorm';
import { RunningApi } from '../../../../test/support/running-api.js';

const hub = 'viitasaari';
const nobodysLink = 'A'.repeat(43);

let api: RunningApi;
let staff: string;
let young: string;
let id: string;
let guardians = 0;

/** What is looked at in one answer or another. */
interface Answer {
  code: string;
  id: string;
  isUnderAge: boolean;
  termsVersion: string;
  items: { state: string; guardianEmail: string | null; guardianName: string | null; comingBookings: number }[];
  guardianConsents: { state: string }[];
  reasons: { code: string }[];
}

async function ask(cookie: string, method: string, path: string, body?: unknown) {
  const headers = { cookie, ...(body !== undefined && { 'content-type': 'application/json' }) };
  const sent = body === undefined ? {} : { body: JSON.stringify(body) };
  const response = await api.fetch(`/api/v1${path}`, { method, headers, ...sent });
  const text = await response.text();
  return { status: response.status, body: (text === '' ? {} : JSON.parse(text)) as Answer };
}

/** @returns the token of the link in the last such mail */
async function linkTo(email: string, template: string): Promise<string> {
  const url = (await api.mailsTo(email)).find((mail) => mail.template === template)?.params['url'];
  return url?.split('/consent/')[1] ?? '';
}

const aGuardian = () => `huoltaja-${(guardians += 1)}@example.org`;
const answerTo = async (token: string) => {
  const { body } = await ask('', 'GET', `/guardian-consents/${token}`);
  return { name: 'Hilkka Huoltaja', termsVersion: body.termsVersion };
};
const consent = async (token: string) =>
  ask('', 'POST', `/guardian-consents/${token}`, { name: 'Hilkka Huoltaja', termsVersion: '2026-11' });
const refusal = async (token: string) => ask('', 'POST', `/guardian-consents/${token}/withdrawal`);
const stateOf = async () => (await ask(young, 'GET', '/me/guardian-consent')).body.items[0];

/** Asks, and brings the link from the mail. */
async function asked(): Promise<{ email: string; token: string }> {
  const email = aGuardian();
  expect((await ask(young, 'POST', '/me/guardian-consent', { hub, guardianEmail: email })).status).toBe(202);
  return { email, token: await linkTo(email, 'guardianAsked') };
}

async function isUnderAgeForTheRoom(): Promise<boolean> {
  const { opening } = (await (await api.fetch(`/api/v1/hubs/${hub}`)).json()) as { opening: { startsAt: string }[] };
  const startsAt = opening.find((period) => Date.parse(period.startsAt) > Date.now() + 3_600_000)?.startsAt ?? '';
  const endsAt = new Date(Date.parse(startsAt) + 3_600_000).toISOString();
  const { body } = await ask(young, 'POST', '/bookings/check', { resource: 'podcast-room', startsAt, endsAt });
  return body.reasons.some(({ code }) => code === 'booking.under_age');
}

const actions = () =>
  api.rows<{ action: string; by: string | null }>(
    `SELECT action, account_id AS by FROM audit_entry WHERE subject_id = $1 AND action LIKE 'guardian.%' ORDER BY id`,
    [id],
  );

beforeAll(async () => {
  api = await RunningApi.start({ env: { RATE_LIMIT_FACTOR: '10' } });
  staff = await api.cookieOf('staff@digikeskus.example');
  young = await api.cookieOf('nuori@example.org');
  id = (await ask(young, 'PATCH', '/me', { displayName: 'Nella Nuori', locale: 'sv' })).body.id;
  await ask(staff, 'POST', `/people/${id}/notes`, { hub, text: 'Came with a class' });
  await ask(staff, 'PUT', `/people/${id}/age`, { birthDate: `${new Date().getUTCFullYear() - 11}-01-01` });
});
afterAll(() => api.remove());
beforeEach(() => api.rows(`DELETE FROM guardian_consent`));

describe('a guardian’s consent', () => {
  it('is asked for by mail in the young person’s language, with the first name alone, and lets book when given', async () => {
    expect((await ask(young, 'GET', '/me/guardian-consent')).body).toMatchObject({ items: [], isUnderAge: true });
    expect(await isUnderAgeForTheRoom()).toBe(true);
    const { email, token } = await asked();
    const [mail] = await api.mailsTo(email);
    expect(mail).toMatchObject({ locale: 'sv', params: { child: 'Nella', hub: 'Viitasaaren Digikeskus' } });
    expect(JSON.stringify(mail)).not.toContain('Nuori');
    expect(await stateOf()).toMatchObject({ state: 'asked', guardianEmail: email, guardianName: null });
    const question = await ask('', 'GET', `/guardian-consents/${token}`);
    expect(question).toMatchObject({
      status: 200,
      body: { purpose: 'answer', childName: 'Nella', hubName: 'Viitasaaren Digikeskus', termsVersion: '2026-11' },
    });
    expect((await ask('', 'POST', `/guardian-consents/${token}`, await answerTo(token))).status).toBe(204);
    expect(await stateOf()).toMatchObject({ state: 'consented', guardianName: 'Hilkka Huoltaja' });
    expect(await isUnderAgeForTheRoom()).toBe(false);
    expect((await api.mailsTo('nuori@example.org')).map(({ template }) => template)).toContain('guardianAnswered');
    expect((await actions()).slice(-2)).toEqual([
      { action: 'guardian.ask', by: id },
      { action: 'guardian.consent', by: null },
    ]);
  });

  it('is withdrawn by the link of the confirmation, once and however late, and keeps from booking again', async () => {
    const { email, token } = await asked();
    await consent(token);
    const withdrawal = await linkTo(email, 'guardianConsented');
    await api.rows(`UPDATE guardian_consent SET expires_at = now() - interval '1 year'`);
    expect((await ask('', 'GET', `/guardian-consents/${withdrawal}`)).body).toMatchObject({ purpose: 'withdraw' });
    expect((await consent(withdrawal)).body.code).toBe('consent.link_used');
    expect((await refusal(withdrawal)).status).toBe(204);
    expect(await stateOf()).toMatchObject({ state: 'withdrawn', guardianEmail: null });
    expect(await isUnderAgeForTheRoom()).toBe(true);
    expect((await refusal(withdrawal)).status).toBe(409);
    expect((await ask('', 'GET', `/guardian-consents/${withdrawal}`)).status).toBe(409);
  });

  it('can be refused, and asked for again', async () => {
    const { token } = await asked();
    expect((await refusal(token)).status).toBe(204);
    expect(await stateOf()).toMatchObject({ state: 'refused', guardianEmail: null });
    expect((await consent(token)).body.code).toBe('consent.link_used');
    expect(await isUnderAgeForTheRoom()).toBe(true);
    await consent((await asked()).token);
    expect(await stateOf()).toMatchObject({ state: 'consented' });
  });
});

describe('a link to a guardian', () => {
  it('works once: 409 afterwards, 410 when it has expired, 404 when it never was', async () => {
    const used = await asked();
    await consent(used.token);
    await api.rows(`UPDATE guardian_consent SET status = 'withdrawn'`);
    const expired = await asked();
    await api.rows(`UPDATE guardian_consent SET expires_at = now() WHERE status = 'asked'`);
    for (const [token, status, code] of [
      [used.token, 409, 'consent.link_used'],
      [expired.token, 410, 'consent.link_expired'],
      [nobodysLink, 404, 'not_found'],
    ] as const) {
      for (const answer of [
        await ask('', 'GET', `/guardian-consents/${token}`),
        await consent(token),
        await refusal(token),
      ]) {
        expect(answer).toMatchObject({ status, body: { code } });
      }
    }
    expect(await stateOf()).toMatchObject({ state: 'expired' });
  });

  it('is answered by one of two who come at once', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { token } = await asked();
      const statuses = (await Promise.all([consent(token), consent(token)])).map(({ status }) => status);
      expect(statuses.toSorted((a, b) => a - b)).toEqual([204, 409]);
      const mixed = await api.rows(
        `UPDATE guardian_consent SET status = 'refused' WHERE status = 'consented' RETURNING id`,
      );
      expect(mixed).toHaveLength(1);
    }
    const { token } = await asked();
    const answers = await Promise.all([consent(token), refusal(token)]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([204, 409]);
  });

  it('counts no more when the question was asked anew', async () => {
    const first = await asked();
    const second = await asked();
    expect((await consent(first.token)).body.code).toBe('consent.link_expired');
    expect((await consent(second.token)).status).toBe(204);
    const again = await ask(young, 'POST', '/me/guardian-consent', { hub, guardianEmail: aGuardian() });
    expect(again).toMatchObject({ status: 409, body: { code: 'guardian.consented' } });
  });

  it('agrees to the terms of the day and to no others', async () => {
    const { token } = await asked();
    const old = { name: 'Hilkka', termsVersion: '1999' };
    expect((await ask('', 'POST', `/guardian-consents/${token}`, old)).body.code).toBe('consent.outdated');
    expect(await stateOf()).toMatchObject({ state: 'asked' });
  });

  it('is kept as a hash alone', async () => {
    const { token } = await asked();
    const [row] = await api.rows<{ text: string }>(`SELECT row_to_json(g)::text AS text FROM guardian_consent g`);
    expect(row?.text).not.toContain(token);
    expect(row?.text).not.toContain(Buffer.from(token).toString('hex'));
  });

  it('is gone with the person it is about', async () => {
    const cookie = await api.cookieOf('lahtija@example.org');
    const email = aGuardian();
    await ask(cookie, 'POST', '/me/guardian-consent', { hub, guardianEmail: email });
    const token = await linkTo(email, 'guardianAsked');
    expect((await ask(cookie, 'DELETE', '/me')).status).toBe(204);
    expect((await consent(token)).status).toBe(404);
    expect(await api.mailsTo(email)).toEqual([]);
  });
});

describe('asking a guardian', () => {
  it('answers alike whoever is asked, but does not ask oneself', async () => {
    const shapes = await Promise.all(
      [aGuardian(), 'staff@digikeskus.example'].map(async (guardianEmail) => {
        const { status, body } = await ask(young, 'POST', '/me/guardian-consent', { hub, guardianEmail });
        return [status, Object.keys(body.items[0] ?? {})];
      }),
    );
    expect(shapes[0]).toEqual(shapes[1]);
    const own = await ask(young, 'POST', '/me/guardian-consent', { hub, guardianEmail: 'Nuori@example.org' });
    expect(own).toMatchObject({ status: 422, body: { code: 'guardian.own_address' } });
    const nowhere = await ask(young, 'POST', '/me/guardian-consent', { hub: 'nowhere', guardianEmail: aGuardian() });
    expect(nowhere.status).toBe(404);
  });

  it('leaves one question, however many are asked at once', async () => {
    const wishes = Array.from({ length: 8 }, () => ({ hub, guardianEmail: aGuardian() }));
    const answers = await Promise.all(wishes.map((wish) => ask(young, 'POST', '/me/guardian-consent', wish)));
    expect(answers.map(({ status }) => status)).toEqual(wishes.map(() => 202));
    expect(await api.rows(`SELECT FROM guardian_consent WHERE status = 'asked'`)).toHaveLength(1);
  });

  it('writes to one address a few times a day, whoever asks', async () => {
    const slow = await RunningApi.start({ env: { RATE_LIMIT_FACTOR: '0.4', DATABASE_URL: api.databaseUrl } });
    try {
      const body = (guardianEmail: string) => ({ hub, guardianEmail });
      const send = (guardianEmail: string, cookie: string) =>
        slow.send('POST', '/api/v1/me/guardian-consent', body(guardianEmail), { cookie });
      const one = await api.cookieOf('yksi@example.org');
      const other = await api.cookieOf('toinen@example.org');
      expect((await send('mummo@example.org', one)).status).toBe(202);
      expect((await send('MUMMO@example.org', other)).status).toBe(202);
      expect((await send('mummo@example.org', one)).status).toBe(429);
      expect((await send('pappa@example.org', one)).status).toBe(202);
    } finally {
      await slow.remove();
    }
  });
});

describe('staff', () => {
  it('write down a consent on paper in their hub, and that it was withdrawn', async () => {
    const paper = { hub, onPaper: true, guardianName: 'Hilkka Huoltaja' };
    expect((await ask(young, 'POST', `/people/${id}/guardian-consent`, paper)).status).toBe(403);
    expect((await ask(staff, 'POST', `/people/${id}/guardian-consent`, paper)).status).toBe(204);
    expect(await isUnderAgeForTheRoom()).toBe(false);
    expect((await ask(staff, 'POST', `/people/${id}/guardian-consent`, paper)).body.code).toBe('guardian.consented');
    const file = await ask(staff, 'GET', `/people/${id}`);
    expect(file.body.guardianConsents).toMatchObject([{ hub, state: 'consented', guardianName: 'Hilkka Huoltaja' }]);
    expect((await ask(staff, 'DELETE', `/people/${id}/guardian-consent/${hub}`)).status).toBe(204);
    expect(await isUnderAgeForTheRoom()).toBe(true);
    expect((await ask(staff, 'DELETE', `/people/${id}/guardian-consent/${hub}`)).status).toBe(404);
    expect((await actions()).slice(-2).map(({ action }) => action)).toEqual([
      'guardian.record-paper',
      'guardian.withdraw',
    ]);
  });

  it('have a guardian asked by mail', async () => {
    const guardianEmail = aGuardian();
    expect((await ask(staff, 'POST', `/people/${id}/guardian-consent`, { hub, guardianEmail })).status).toBe(204);
    expect((await consent(await linkTo(guardianEmail, 'guardianAsked'))).status).toBe(204);
  });

  it('are shown who has no consent, and what stays booked', async () => {
    await ask(staff, 'POST', `/people/${id}/guardian-consent`, { hub, onPaper: true, guardianName: 'Hilkka' });
    const missing = async () => (await ask(staff, 'GET', `/hubs/${hub}/missing-consents`)).body.items;
    expect(await missing()).toEqual([]);
    await api.rows(
      `INSERT INTO booking (hub_id, account_id, category, status, starts_at, ends_at, created_at, updated_at)
       SELECT h.id, $1, 'room', 'confirmed', now() + interval '1 day', now() + interval '25 hours', now(), now() FROM hub h`,
      [id],
    );
    await ask(staff, 'DELETE', `/people/${id}/guardian-consent/${hub}`);
    expect(await missing()).toMatchObject([
      { person: { displayName: 'Nella Nuori' }, state: 'withdrawn', comingBookings: 1 },
    ]);
    expect((await ask(young, 'GET', `/hubs/${hub}/missing-consents`)).status).toBe(403);
  });

  it('of another hub write down nothing: not here, and no age of somebody they do not know', async () => {
    await api.rows(
      `WITH h AS (INSERT INTO hub (slug, name, address, time_zone, languages, weekly_hours)
         SELECT 'naapuri', 'Naapuri', address, time_zone, languages, weekly_hours FROM hub RETURNING id),
       a AS (INSERT INTO account (email, display_name, locale) VALUES ('naapuri@example.org', 'Naapuri', 'fi') RETURNING id)
       INSERT INTO role_assignment (account_id, role, hub_id) SELECT a.id, 'staff', h.id FROM a, h`,
    );
    const foreign = await api.cookieOf('naapuri@example.org');
    const paper = { onPaper: true, guardianName: 'Hilkka' };
    expect((await ask(foreign, 'POST', `/people/${id}/guardian-consent`, { hub, ...paper })).status).toBe(403);
    expect((await ask(foreign, 'PUT', `/people/${id}/age`, { birthDate: null })).status).toBe(404);
    await api.cookieOf('uusi@example.org');
    const [newcomer] = await api.rows<{ id: string }>(`SELECT id FROM account WHERE email = 'uusi@example.org'`);
    expect((await ask(staff, 'PUT', `/people/${newcomer?.id ?? ''}/age`, { birthDate: null })).status).toBe(404);
    expect(await isUnderAgeForTheRoom()).toBe(true);
    // A consent for the neighbour's hub is none for this one.
    await ask(foreign, 'POST', `/people/${id}/guardian-consent`, { hub: 'naapuri', ...paper });
    expect(await isUnderAgeForTheRoom()).toBe(true);
    expect(await api.get(DataSource).query(`SELECT birth_date FROM account WHERE id = $1`, [id])).not.toEqual([
      { birth_date: null },
    ]);
  });
});
