import { type Database, Problem } from '#libs/platform';
import { PeopleFixture } from '../../../../test/support/people-fixture.js';
import { AccountRepository } from '../account/account.repository.js';
import { SessionsService } from './sessions.service.js';
import { SignInService } from './sign-in.service.js';

const minutesPerDay = 24 * 60;
let people: PeopleFixture;
let database: Database;
let signIn: SignInService;
let sessions: SessionsService;
let emailCount = 0;
let email: string;
let client: string;

beforeAll(async () => {
  people = await PeopleFixture.create();
  ({ database } = people);
  signIn = people.get(SignInService);
  sessions = people.get(SessionsService);
});

afterAll(() => people.close());

beforeEach(async () => {
  await database.query('TRUNCATE sign_in_code, sign_in_tries, session, passkey_challenge, outbox');
  email = `person-${(emailCount += 1)}@digikeskus.example`;
  client = '192.0.2.1';
});

/** Asks for a code and takes it out of the mail that was promised. */
async function aCode(): Promise<string> {
  await signIn.requestCode(email, 'fi');
  const [mail] = await database.query<{ code: string }>(
    `SELECT payload->'params'->>'code' AS code FROM outbox WHERE payload->>'to' = $1 ORDER BY id DESC LIMIT 1`,
    [email],
  );
  return mail!.code;
}

const wrongFor = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');
const outcomeOf = (attempt: Promise<unknown>): Promise<string> =>
  attempt.then(
    () => 'signed in',
    (error: unknown) => (error instanceof Problem ? error.code : String(error)),
  );
const attempt = (code: string) => outcomeOf(signIn.signIn({ email, code, locale: 'fi', client }));
const codeOf = { invalid: 'auth.code_invalid', tooMany: 'auth.too_many_attempts' } as const;

describe('a sign-in code', () => {
  it('lets its owner in, once', async () => {
    const code = await aCode();
    expect(await attempt(code)).toBe('signed in');
    expect(await attempt(code)).toBe(codeOf.invalid);
  });

  it('lets in exactly one of two who use it at the same moment', async () => {
    const code = await aCode();
    const outcomes = await Promise.all([attempt(code), attempt(code)]);
    expect(outcomes.toSorted()).toEqual([codeOf.invalid, 'signed in']);
  });

  it('comes with the address of the terms that signing in agrees to', async () => {
    await aCode();
    const [mail] = await database.query<{ termsUrl: string }>(
      `SELECT payload->'params'->>'termsUrl' AS "termsUrl" FROM outbox`,
    );
    expect(mail?.termsUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/terms$/);
  });

  it('stops working after ten minutes', async () => {
    const code = await aCode();
    people.clock.advance(10);
    expect(await attempt(code)).toBe(codeOf.invalid);
  });

  it('works until then', async () => {
    const code = await aCode();
    people.clock.advance(9.99);
    expect(await attempt(code)).toBe('signed in');
  });

  it('is replaced by the next one', async () => {
    const first = await aCode();
    const second = await aCode();
    // Once in a million runs they are the same.
    const outcome = first === second ? codeOf.invalid : await attempt(first);
    expect(outcome).toBe(codeOf.invalid);
    expect(await attempt(second)).toBe('signed in');
  });

  it('still works on the fifth try', async () => {
    const code = await aCode();
    for (let wrong = 0; wrong < 4; wrong += 1) expect(await attempt(wrongFor(code))).toBe(codeOf.invalid);
    expect(await attempt(code)).toBe('signed in');
  });

  it('is dead after five wrong tries, even for who knows it', async () => {
    const code = await aCode();
    for (let wrong = 0; wrong < 5; wrong += 1) expect(await attempt(wrongFor(code))).toBe(codeOf.invalid);
    expect(await attempt(code)).toBe(codeOf.tooMany);
  });

  it('is dead after twenty guesses at once, of which only five were compared', async () => {
    const code = await aCode();
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => attempt(wrongFor(code))));
    expect(outcomes.filter((outcome) => outcome === codeOf.invalid)).toHaveLength(5);
    expect(outcomes.filter((outcome) => outcome === codeOf.tooMany)).toHaveLength(15);
    expect(await attempt(code)).toBe(codeOf.tooMany);
  });

  it('of one address does not open another', async () => {
    const code = await aCode();
    email = 'somebody-else@digikeskus.example';
    expect(await attempt(code)).toBe(codeOf.invalid);
  });

  it('is not stored as it is', async () => {
    const code = await aCode();
    const [row] = await database.query<{ code_hash: Buffer }>('SELECT code_hash FROM sign_in_code');
    expect(row?.code_hash).toHaveLength(32);
    expect(row?.code_hash.toString('latin1')).not.toContain(code);
  });

  it('is forgotten with its address when it is over and its requests count no more', async () => {
    await aCode();
    const forgotten = email;
    people.clock.advance(15);
    email = 'the-next-one@digikeskus.example';
    await aCode();
    const rows = await database.query<{ email: string }>('SELECT email FROM sign_in_code');
    expect(rows.map((row) => row.email)).not.toContain(forgotten);
  });
});

describe('a client', () => {
  /** The seconds after which it may try again. */
  const pauseOf = async (code: string): Promise<number | undefined> => {
    const refusal = await signIn.signIn({ email, code, locale: 'fi', client }).catch((error: unknown) => error);
    return refusal instanceof Problem && refusal.code === codeOf.tooMany ? refusal.retryAfterSeconds : undefined;
  };
  const guessFor = (address: string) =>
    outcomeOf(signIn.signIn({ email: address, code: '000000', locale: 'fi', client }));
  const guessForMany = (count: number) =>
    Promise.all(Array.from({ length: count }, (_, index) => guessFor(`victim-${index}@digikeskus.example`)));

  it('pauses for an address after five wrong tries, whatever new code comes', async () => {
    const wrong = wrongFor(await aCode());
    for (let tries = 0; tries < 5; tries += 1) expect(await attempt(wrong)).toBe(codeOf.invalid);
    const fresh = await aCode();
    people.clock.advance(5);
    expect(await pauseOf(fresh)).toBe(10 * 60);
  });

  it('may try again when the pause is over', async () => {
    const wrong = wrongFor(await aCode());
    for (let tries = 0; tries < 6; tries += 1) await attempt(wrong);
    people.clock.advance(15);
    expect(await attempt(await aCode())).toBe('signed in');
  });

  it('does not keep the owner of an address out by guessing', async () => {
    const wrong = wrongFor(await aCode());
    for (let tries = 0; tries < 6; tries += 1) await attempt(wrong);
    client = '198.51.100.7';
    expect(await attempt(await aCode())).toBe('signed in');
  });

  it('pauses likewise for an address that never asked for a code', async () => {
    for (let tries = 0; tries < 5; tries += 1) expect(await attempt('000000')).toBe(codeOf.invalid);
    expect(await attempt('000000')).toBe(codeOf.tooMany);
  });

  it('pauses for all addresses after fifty wrong tries, also when they come at once', async () => {
    const outcomes = await guessForMany(80);
    expect(outcomes.filter((outcome) => outcome === codeOf.invalid)).toHaveLength(50);
    expect(await attempt(await aCode())).toBe(codeOf.tooMany);
  });

  it('may be a school class of thirty who all mistype once', async () => {
    const pupils = Array.from({ length: 30 }, (_, index) => `pupil-${emailCount}-${index}@digikeskus.example`);
    const outcomes: string[] = [];
    for (const pupil of pupils) {
      email = pupil;
      const code = await aCode();
      outcomes.push(await attempt(wrongFor(code)), await attempt(code));
    }
    expect(outcomes.filter((outcome) => outcome === 'signed in')).toHaveLength(30);
  });

  it('is forgotten when its window is over', async () => {
    await attempt('000000');
    people.clock.advance(15);
    await aCode();
    expect(await database.query('SELECT 1 FROM sign_in_tries')).toEqual([]);
  });

  it('and whom it tried are not to be read in the database', async () => {
    await attempt('000000');
    const rows = await database.query<{ key: Buffer }>('SELECT key FROM sign_in_tries');
    expect(rows.map(({ key }) => key.length)).toEqual([32, 32]);
  });
});

describe('asking for codes', () => {
  it('is refused the sixth time within a quarter of an hour, and sends nothing then', async () => {
    for (let count = 0; count < 5; count += 1) await aCode();
    expect(await outcomeOf(signIn.requestCode(email, 'fi'))).toBe(codeOf.tooMany);
    expect(await database.query('SELECT 1 FROM outbox')).toHaveLength(5);
    people.clock.advance(15);
    expect(await attempt(await aCode())).toBe('signed in');
  });

  it('counts requests that come at once', async () => {
    const outcomes = await Promise.all(Array.from({ length: 12 }, () => outcomeOf(signIn.requestCode(email, 'fi'))));
    expect(outcomes.filter((outcome) => outcome === 'signed in')).toHaveLength(5);
  });

  it('does not start anew by signing in', async () => {
    for (let count = 0; count < 5; count += 1) await aCode();
    const [row] = await database.query<{ code: string }>(
      `SELECT payload->'params'->>'code' AS code FROM outbox ORDER BY id DESC LIMIT 1`,
    );
    expect(await attempt(row!.code)).toBe('signed in');
    expect(await outcomeOf(signIn.requestCode(email, 'fi'))).toBe(codeOf.tooMany);
  });

  it('answers somebody known and somebody unknown alike', async () => {
    const known = await signIn.requestCode(email, 'fi');
    await attempt(await aCode());
    const again = await signIn.requestCode(email, 'fi');
    expect(again).toEqual(known);
    const wrong = await attempt('000000');
    email = 'unknown@digikeskus.example';
    await signIn.requestCode(email, 'fi');
    expect(await attempt('000000')).toBe(wrong);
  });
});

describe('a session', () => {
  const aSession = async () => signIn.signIn({ email, code: await aCode(), locale: 'sv', client });

  it('says who is behind it', async () => {
    const { token, viewer } = await aSession();
    expect(await sessions.viewerOf(token)).toEqual(viewer);
    expect(viewer).toMatchObject({ email, displayName: email.split('@')[0], locale: 'sv', roles: [] });
  });

  it('is nobody’s with a token that was never given out', async () => {
    await aSession();
    expect(await sessions.viewerOf('x'.repeat(43))).toBeUndefined();
  });

  it('keeps no token in the database', async () => {
    const { token } = await aSession();
    const [row] = await database.query<{ text: string }>(`SELECT session::text AS text FROM session`);
    expect(row?.text).not.toContain(token);
    expect(row?.text).not.toContain(Buffer.from(token).toString('hex'));
  });

  it('ends after thirty days without a visit', async () => {
    const { token } = await aSession();
    people.clock.advance(30 * minutesPerDay);
    expect(await sessions.viewerOf(token)).toBeUndefined();
  });

  it('goes on while its owner comes back, but for ninety days at most', async () => {
    const { token, expiresAt } = await aSession();
    for (let days = 29; days < 90; days += 29) {
      people.clock.advance(29 * minutesPerDay);
      expect(await sessions.viewerOf(token)).toBeDefined();
    }
    people.clock.advance((expiresAt.getTime() - people.clock.now().getTime()) / 60_000);
    expect(await sessions.viewerOf(token)).toBeUndefined();
  });

  it('is over once its owner has signed out, and the others go on', async () => {
    const first = await aSession();
    const second = await aSession();
    await signIn.signOut(first.viewer);
    expect(await sessions.viewerOf(first.token)).toBeUndefined();
    expect(await sessions.viewerOf(second.token)).toBeDefined();
  });

  it('that is over is deleted when its owner signs in again', async () => {
    await aSession();
    people.clock.advance(30 * minutesPerDay);
    await aSession();
    expect(await database.query('SELECT 1 FROM session')).toHaveLength(1);
  });
});

describe('an account', () => {
  it('is one, however many first sign-ins come at once', async () => {
    const person = { email, locale: 'fi', now: people.clock.now() } as const;
    const accounts = people.get(AccountRepository);
    const meet = () => database.transaction((tx) => accounts.findOrCreate(tx, person));
    const ids = await Promise.all(Array.from({ length: 8 }, meet));
    expect(new Set(ids).size).toBe(1);
    expect(await database.query(`SELECT 1 FROM account WHERE email = $1`, [email])).toHaveLength(1);
  });
});
