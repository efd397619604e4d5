import type { Me, MyConsents, Session, Terms } from '#libs/contracts';
import { RunningApi } from '../../../../test/support/running-api.js';

const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:132.0) Gecko/20100101 Firefox/132.0';
let api: RunningApi;
let count = 0;
let email: string;

beforeAll(async () => {
  api = await RunningApi.start();
});
afterAll(() => api.remove());
beforeEach(() => {
  email = `moving-${(count += 1)}@digikeskus.example`;
});

/** @returns the `Cookie` header of a new session */
async function signIn(headers: Record<string, string> = {}): Promise<string> {
  const code = await api.codeFor(email);
  const response = await api.send('POST', '/api/v1/auth/sessions', { email, code }, headers);
  return response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}
const ask = (cookie: string, path: string, method = 'GET') =>
  api.fetch(`/api/v1${path}`, { method, headers: { cookie } });
const statusOf = async (cookie: string) => (await ask(cookie, '/me')).status;
const sessionsOf = async (cookie: string) =>
  ((await (await ask(cookie, '/me/sessions')).json()) as { items: Session[] }).items;

describe('the sessions of a person', () => {
  it('are listed with their device, and which of them is asking', async () => {
    const cookie = await signIn({ 'user-agent': firefox });
    await signIn({ 'user-agent': 'curl/8' });
    const sessions = await sessionsOf(cookie);
    expect(sessions).toHaveLength(2);
    expect(sessions.find(({ isCurrent }) => isCurrent)?.device).toEqual({
      browser: 'Firefox',
      system: 'Windows',
      kind: 'computer',
    });
    expect(sessions.filter(({ isCurrent }) => isCurrent)).toHaveLength(1);
  });

  it('are ended one by one', async () => {
    const [here, there] = [await signIn(), await signIn()];
    const other = (await sessionsOf(here)).find(({ isCurrent }) => !isCurrent);
    expect((await ask(here, `/me/sessions/${other?.id}`, 'DELETE')).status).toBe(204);
    expect([await statusOf(here), await statusOf(there)]).toEqual([200, 401]);
    expect((await ask(here, `/me/sessions/${other?.id}`, 'DELETE')).status).toBe(404);
  });

  it('are ended all at once but for the one that asks', async () => {
    const [here, there, elsewhere] = [await signIn(), await signIn(), await signIn()];
    expect((await ask(here, '/me/sessions', 'DELETE')).status).toBe(204);
    expect([await statusOf(here), await statusOf(there), await statusOf(elsewhere)]).toEqual([200, 401, 401]);
  });

  it('are nobody else’s to see or to end', async () => {
    const mine = await signIn();
    const [session] = await sessionsOf(mine);
    email = `stranger-${count}@digikeskus.example`;
    const theirs = await signIn();
    expect((await sessionsOf(theirs)).map(({ id }) => id)).not.toContain(session?.id);
    expect((await ask(theirs, `/me/sessions/${session?.id}`, 'DELETE')).status).toBe(404);
    expect(await statusOf(mine)).toBe(200);
  });
});

describe('a session cookie that was there before signing in', () => {
  it('is not adopted, be it made up or somebody else’s', async () => {
    const somebodys = await signIn();
    const planted = `session=${'p'.repeat(43)}`;
    email = `victim-${count}@digikeskus.example`;
    const cookies = [await signIn({ cookie: planted }), await signIn({ cookie: somebodys })];
    expect(new Set([planted, somebodys, ...cookies]).size).toBe(4);
    expect(await statusOf(planted)).toBe(401);
    const owners = await Promise.all([somebodys, ...cookies].map(async (cookie) => (await ask(cookie, '/me')).json()));
    expect((owners as Me[]).map((me) => me.email)).toEqual([`moving-${count}@digikeskus.example`, email, email]);
  });
});

describe('the terms', () => {
  const consentsOf = async (cookie: string) => (await (await ask(cookie, '/me/consents')).json()) as MyConsents;
  const agree = (cookie: string, version: string) =>
    api.send('POST', '/api/v1/me/consents', { version }, { cookie, 'accept-language': 'sv' });

  it.each(['fi', 'sv', 'en'])('are there to be read in %s by everybody', async (locale) => {
    const response = await api.fetch('/api/v1/consents/current', { headers: { 'accept-language': locale } });
    const terms = (await response.json()) as Terms;
    expect(terms.locale).toBe(locale);
    const sections = [...terms.terms.sections, ...terms.privacy.sections];
    expect(sections.length).toBeGreaterThan(8);
    for (const { heading, text } of sections) expect([heading.length > 3, text.length > 30]).toEqual([true, true]);
  });

  it('are agreed to by signing in, which is written down once', async () => {
    await signIn();
    const consents = await consentsOf(await signIn());
    expect(consents).toMatchObject({ isCurrent: true, items: [{ version: consents.currentVersion, locale: 'fi' }] });
    expect(consents.items).toHaveLength(1);
  });

  it('are asked for again when they have changed, and only their newest version will do', async () => {
    const cookie = await signIn();
    await api.rows(`UPDATE consent SET version = '2020-01' FROM account a WHERE a.id = account_id AND a.email = $1`, [
      email,
    ]);
    const { currentVersion, isCurrent } = await consentsOf(cookie);
    expect(isCurrent).toBe(false);
    expect((await agree(cookie, '2020-01')).status).toBe(409);
    const agreed = (await (await agree(cookie, currentVersion)).json()) as MyConsents;
    expect(agreed.isCurrent).toBe(true);
    expect(agreed.items.map(({ version, locale }) => [version, locale])).toEqual([
      [currentVersion, 'sv'],
      ['2020-01', 'fi'],
    ]);
  });
});
