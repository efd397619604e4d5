import { Logger } from '@nestjs/common';
import { problemSchema, type Me, type SignInMethods } from '#libs/contracts';
import { addAuthenticatorApp } from '../../../../test/support/authenticator-app.js';
import { startIdentityProvider, type IdentityProvider } from '../../../../test/support/identity-provider.js';
import { freePort } from '../../../../test/support/process.js';
import { RunningApi } from '../../../../test/support/running-api.js';
import { nextOf, Wanderer, type Stop } from '../../../../test/support/wanderer.js';

const hub = 'https://hub.example';
const callback = `${hub}/api/v1/auth/oidc/callback`;
const sessionCookie = '__Host-session';
const journeyCookie = '__Host-session-journey';
const settings = (issuer: string) => ({
  PUBLIC_URL: hub,
  OIDC_ISSUER: issuer,
  OIDC_CLIENT_ID: 'digikeskus',
  OIDC_CLIENT_SECRET: 'a-secret-of-the-hub',
  OIDC_NAME: 'Kunnan tunnus',
  OIDC_ROLE_MAP: 'digi-staff=staff@viitasaari, digi-admin=admin@viitasaari',
});

interface Person {
  sub: string;
  email?: string;
  email_verified?: boolean;
  name?: string;
  groups?: string[];
}

let provider: IdentityProvider;
let api: RunningApi;
let browser: Wanderer;
let count = 0;

beforeAll(async () => {
  Logger.overrideLogger(false);
  provider = await startIdentityProvider(callback);
  api = await RunningApi.start({ env: settings(provider.issuer) });
});
afterAll(async () => {
  await api.remove();
  await provider.stop();
});
beforeEach(() => {
  browser = new Wanderer({ [hub]: api.url });
  count += 1;
});

const aPerson = (more: Partial<Person> = {}): Person => ({
  sub: `subject-${count}`,
  email: `person-${count}@town.example`,
  email_verified: true,
  name: `Person ${count}`,
  ...more,
});

/** The way to the provider's form. */
async function setOut(next = ''): Promise<Stop> {
  const start = await browser.visit(`${hub}/api/v1/auth/oidc/start${next}`);
  return browser.follow(start, ({ origin }) => origin === provider.issuer);
}

/** @returns the address at the hub to which the provider sends the browser back */
async function identify(form: Stop, { sub: login, ...claims }: Person): Promise<URL> {
  await provider.know(login, claims);
  const atProvider = ({ origin }: URL) => origin === provider.issuer;
  const afterLogin = await browser.visit(form.url, { prompt: 'login', login, password: 'x' });
  const consent = await browser.follow(afterLogin, atProvider);
  const done = await browser.follow(await browser.visit(consent.url, { prompt: 'consent' }), atProvider);
  const back = nextOf(done);
  if (back === undefined) throw new Error(`the provider stops at ${done.url.href}`);
  return back;
}

async function signIn(person: Person, next = ''): Promise<Stop> {
  return browser.visit(await identify(await setOut(next), person));
}

const me = async (): Promise<Me> => (await (await browser.visit(`${hub}/api/v1/me`)).response.json()) as Me;
const problemOf = (stop: Stop) => nextOf(stop)?.searchParams.get('problem');

/** Changes what the browser remembers of its journey. */
function tamper(change: object): void {
  const journey = JSON.parse(Buffer.from(browser.cookie(hub, journeyCookie) ?? '', 'base64url').toString()) as object;
  const changed = Buffer.from(JSON.stringify({ ...journey, ...change })).toString('base64url');
  browser.setCookie(hub, journeyCookie, changed);
}

describe('signing in by the town’s identity provider', () => {
  it('is offered by the name that the town gives it', async () => {
    const methods = (await (await api.fetch('/api/v1/auth/methods')).json()) as SignInMethods;
    expect(methods).toEqual({ code: true, provider: { name: 'Kunnan tunnus' } });
  });

  it('asks with PKCE, state and nonce, and for nothing but who somebody is', async () => {
    const { searchParams } = nextOf(await browser.visit(`${hub}/api/v1/auth/oidc/start`))!;
    expect(searchParams.get('response_type')).toBe('code');
    expect(searchParams.get('code_challenge_method')).toBe('S256');
    expect(searchParams.get('scope')).toBe('openid email profile');
    for (const name of ['state', 'nonce', 'code_challenge']) expect(searchParams.get(name)).toMatch(/^[\w-]{43}$/);
  });

  it('makes an account, opens a session and goes on to where it began', async () => {
    const stop = await signIn(aPerson({ name: 'Virtanen Ville' }), '?next=%2Fprints%2Fnew%3Fa%3D1');
    expect([stop.response.status, nextOf(stop)?.href]).toEqual([303, `${hub}/prints/new?a=1`]);
    expect(await me()).toMatchObject({ email: `person-${count}@town.example`, displayName: 'Virtanen Ville' });
    expect(browser.cookie(hub, journeyCookie)).toBeUndefined();
  });

  it.each([
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/.//evil.example',
    '/x/..//evil.example',
    'javascript:alert(1)',
  ])('never goes on to %j', async (next) => {
    const stop = await signIn(aPerson(), `?next=${encodeURIComponent(next)}`);
    expect(nextOf(stop)?.href).toBe(`${hub}/`);
  });

  it('leads to the account that the verified address has already', async () => {
    const email = `person-${count}@town.example`;
    const code = await api.codeFor(email);
    const known = (await (await api.send('POST', '/api/v1/auth/sessions', { email, code })).json()) as Me;
    await signIn(aPerson());
    expect((await me()).id).toBe(known.id);
  });

  it('leads to the same account when the address has changed since', async () => {
    await signIn(aPerson());
    const before = await me();
    browser = new Wanderer({ [hub]: api.url });
    await signIn(aPerson({ email: 'married@town.example' }));
    expect(await me()).toMatchObject({ id: before.id, email: before.email });
  });

  it.each([{ email_verified: false }, { email_verified: undefined }])(
    'never takes over an account by an address that is not verified: %j',
    async (unverified) => {
      const stop = await signIn(aPerson({ email: 'admin@digikeskus.example', ...unverified }));
      expect(problemOf(stop)).toBe('auth.email_unverified');
      expect(browser.cookie(hub, sessionCookie)).toBeUndefined();
    },
  );

  it('never goes on with a session that was there before', async () => {
    browser.setCookie(hub, sessionCookie, 'p'.repeat(43));
    await signIn(aPerson());
    expect(browser.cookie(hub, sessionCookie)).not.toBe('p'.repeat(43));
    expect((await me()).email).toBe(`person-${count}@town.example`);
  });
});

describe('somebody with a second factor', () => {
  it('is sent from the provider to the second step, and from there to where it began', async () => {
    await signIn(aPerson());
    await addAuthenticatorApp(api, `${sessionCookie}=${browser.cookie(hub, sessionCookie) ?? ''}`);
    browser = new Wanderer({ [hub]: api.url });
    const stop = await signIn(aPerson(), '?next=%2Fprints%3Fa%3D1');
    expect(nextOf(stop)?.href).toBe(`${hub}/sign-in?next=%2Fprints%3Fa%3D1`);
    expect(await me()).toMatchObject({ needsSecondFactor: true, methods: ['totp'] });
  });
});

describe('an answer that does not belong to the journey', () => {
  it.each([
    ['another state', 'auth.sign_in_expired', { state: 'x'.repeat(43) }],
    ['another nonce', 'auth.provider_rejected', { nonce: 'x'.repeat(43) }],
    ['another code verifier', 'auth.sign_in_expired', { codeVerifier: 'x'.repeat(43) }],
    ['a journey of long ago', 'auth.sign_in_expired', { beganAt: Date.now() - 16 * 60_000 }],
    ['a journey from the future', 'auth.sign_in_expired', { beganAt: Date.now() + 60 * 60_000 }],
    ['a broken journey', 'auth.sign_in_expired', { nonce: 7 }],
  ])('is refused: %s', async (_name, code, change) => {
    const back = await identify(await setOut(), aPerson());
    tamper(change);
    const stop = await browser.visit(back);
    expect(problemOf(stop)).toBe(code);
    expect(browser.cookie(hub, sessionCookie)).toBeUndefined();
  });

  it('is refused in a browser that never set out', async () => {
    const back = await identify(await setOut(), aPerson());
    browser = new Wanderer({ [hub]: api.url });
    expect(problemOf(await browser.visit(back))).toBe('auth.sign_in_expired');
  });

  it('is refused the second time', async () => {
    const back = await identify(await setOut(), aPerson());
    const journey = browser.cookie(hub, journeyCookie) ?? '';
    await browser.visit(back);
    expect(problemOf(await browser.visit(back))).toBe('auth.sign_in_expired');
    browser.setCookie(hub, journeyCookie, journey);
    expect(problemOf(await browser.visit(back))).toBe('auth.sign_in_expired');
  });

  it('is refused when the provider says that another one sent it', async () => {
    const back = await identify(await setOut(), aPerson());
    back.searchParams.set('iss', 'https://other.example');
    expect(problemOf(await browser.visit(back))).toBe('auth.provider_rejected');
  });
});

describe('somebody who changes his or her mind', () => {
  it('comes back to the sign-in page, which says so', async () => {
    const form = await setOut();
    const cancelled = await browser.visit(`${form.url.href}/abort`);
    const stop = await browser.follow(cancelled, () => true);
    expect(stop.url.pathname).toBe('/sign-in');
    expect(stop.url.searchParams.get('problem')).toBe('auth.provider_denied');
  });
});

describe('groups', () => {
  const hubRoles = async () => (await me()).roles.filter((role) => role.hub !== null);
  const again = async (person: Person) => {
    browser = new Wanderer({ [hub]: api.url });
    await signIn(person);
    return hubRoles();
  };

  it('give roles, and take them away at the next sign-in', async () => {
    const staff = { role: 'staff', hub: 'viitasaari' };
    const admin = { role: 'admin', hub: 'viitasaari' };
    expect(await again(aPerson({ groups: ['digi-staff', 'choir'] }))).toEqual([staff]);
    expect(await again(aPerson({ groups: ['digi-admin'] }))).toEqual([admin]);
    expect(await again(aPerson())).toEqual([]);
  });

  it('leave alone what a person gave by hand', async () => {
    const known = aPerson({ email: 'staff@digikeskus.example' });
    const staff = { role: 'staff', hub: 'viitasaari' };
    expect(await again(known)).toEqual([staff]);
    expect(await again({ ...known, groups: ['digi-staff'] })).toEqual([staff]);
    expect(await again(known)).toEqual([staff]);
  });

  it('are written into the record', async () => {
    await again(aPerson({ groups: ['digi-staff'] }));
    const rows = await api.rows<{ details: object }>(
      `SELECT details FROM audit_entry WHERE action = 'person.set-provider-roles' AND subject_id = $1`,
      [(await me()).id],
    );
    expect(rows).toEqual([{ details: { roles: ['staff@viitasaari'] } }]);
  });
});

describe('a provider that is away', () => {
  let lonely: RunningApi;
  let port: number;

  beforeAll(async () => {
    port = await freePort();
    lonely = await RunningApi.start({ env: settings(`http://127.0.0.1:${port}`) });
  });
  afterAll(() => lonely.remove());

  it('does not keep the hub from starting, and is said to be away', async () => {
    expect((await lonely.fetch('/health/ready')).status).toBe(200);
    const response = await lonely.fetch('/api/v1/auth/oidc/start');
    expect(response.status).toBe(503);
    expect(problemSchema.parse(await response.json()).code).toBe('auth.provider_unavailable');
    const stop = await new Wanderer({ [hub]: lonely.url }).visit(`${hub}/api/v1/auth/oidc/start`);
    expect(problemOf(stop)).toBe('auth.provider_unavailable');
  });

  it('is found as soon as it is there', async () => {
    const late = await startIdentityProvider(callback, port);
    try {
      const stop = await new Wanderer({ [hub]: lonely.url }).visit(`${hub}/api/v1/auth/oidc/start`);
      expect(nextOf(stop)?.origin).toBe(late.issuer);
    } finally {
      await late.stop();
    }
  });
});

describe('a hub without a provider', () => {
  let plain: RunningApi;
  beforeAll(async () => {
    plain = await RunningApi.start();
  });
  afterAll(() => plain.remove());

  it('offers codes alone, and has no way to a provider', async () => {
    expect(await (await plain.fetch('/api/v1/auth/methods')).json()).toEqual({ code: true, provider: null });
    expect((await plain.fetch('/api/v1/auth/oidc/start')).status).toBe(404);
  });
});
