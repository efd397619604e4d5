import { randomUUID } from 'node:crypto';
import { TOTP } from 'otpauth';
import { type Database, Problem } from '#libs/platform';
import { PeopleFixture } from '../../../../test/support/people-fixture.js';
import type { SignedIn } from '../access/viewer.js';
import { SessionsService } from '../sign-in/sessions.service.js';
import { RecoveryCodeService } from './recovery-code.service.js';
import { SecondStepService } from './second-step.service.js';
import { TotpService } from './totp.service.js';

const halfMinute = 0.5;
let people: PeopleFixture;
let database: Database;
let step: SecondStepService;
let totps: TotpService;
let recoveryCodes: RecoveryCodeService;

beforeAll(async () => {
  people = await PeopleFixture.create();
  ({ database } = people);
  step = people.get(SecondStepService);
  totps = people.get(TotpService);
  recoveryCodes = people.get(RecoveryCodeService);
});

afterAll(() => people.close());

interface Enrolled {
  accountId: string;
  app: TOTP;
  /** Opens another session of the same person, who has shown the first factor only. */
  halfOpen: () => Promise<SignedIn>;
  /** The session in which the app was set up. */
  full: SignedIn;
}

/** Somebody with an authenticator app, whose code of this very step is not used up. */
async function enrolled(): Promise<Enrolled> {
  const email = `${randomUUID()}@digikeskus.example`;
  const [account] = await database.query<{ id: string }>(
    `INSERT INTO account (email, display_name, locale) VALUES ($1, 'Aino', 'fi') RETURNING id`,
    [email],
  );
  const accountId = account!.id;
  const halfOpen = async () => {
    const sessions = people.get(SessionsService);
    const token = await database.transaction((tx) =>
      sessions.open(tx, { accountId, locale: 'fi', userAgent: undefined }),
    );
    return (await sessions.describe(token)).viewer;
  };
  const before = await halfOpen();
  const { secret } = await totps.begin(before);
  const app = new TOTP({ secret });
  const { viewer } = await totps.confirm(before, codeOf(app));
  people.clock.advance(halfMinute);
  return { accountId, app, halfOpen, full: viewer };
}

/** @param steps from now, each half a minute */
const codeOf = (app: TOTP, steps = 0) => app.generate({ timestamp: people.clock.now().getTime() + steps * 30_000 });
const outcomeOf = (attempt: Promise<unknown>): Promise<string> =>
  attempt.then(
    () => 'in',
    (error: unknown) => (error instanceof Problem ? error.code : String(error)),
  );
const [invalid, paused] = ['auth.second_factor_invalid', 'auth.second_factor_paused'];
const wrongFor = (app: TOTP) => String((Number(codeOf(app)) + 500_000) % 1_000_000).padStart(6, '0');
const countOf = (outcomes: string[], outcome: string) => outcomes.filter((one) => one === outcome).length;
const lettersTo = ({ accountId }: { accountId: string }) =>
  database.query<{ template: string }>(
    `SELECT o.payload->>'template' AS template FROM outbox o JOIN account a ON a.email = o.payload->>'to'
     WHERE a.id = $1 ORDER BY o.id`,
    [accountId],
  );

describe('a code of the app', () => {
  it.each([-1, 0, 1])('is taken %d steps from now', async (steps) => {
    const { app, halfOpen } = await enrolled();
    people.clock.advance(1);
    expect(await outcomeOf(step.showTotp(await halfOpen(), codeOf(app, steps)))).toBe('in');
  });

  it.each([-2, 2])('is not taken %d steps from now', async (steps) => {
    const { app, halfOpen } = await enrolled();
    people.clock.advance(1);
    expect(await outcomeOf(step.showTotp(await halfOpen(), codeOf(app, steps)))).toBe(invalid);
  });

  it('is not taken twice, and no earlier one after it', async () => {
    const { app, halfOpen } = await enrolled();
    people.clock.advance(1);
    expect(await outcomeOf(step.showTotp(await halfOpen(), codeOf(app)))).toBe('in');
    expect(await outcomeOf(step.showTotp(await halfOpen(), codeOf(app)))).toBe(invalid);
    expect(await outcomeOf(step.showTotp(await halfOpen(), codeOf(app, -1)))).toBe(invalid);
    expect(await outcomeOf(step.showTotp(await halfOpen(), codeOf(app, 1)))).toBe('in');
  });

  it('that set the app up does not sign in as well', async () => {
    const { app, halfOpen } = await enrolled();
    expect(await outcomeOf(step.showTotp(await halfOpen(), codeOf(app, -1)))).toBe(invalid);
  });

  it('lets in exactly one of five who show it at the same moment', async () => {
    const { app, halfOpen } = await enrolled();
    const sessions = await Promise.all(Array.from({ length: 5 }, halfOpen));
    const outcomes = await Promise.all(sessions.map((viewer) => outcomeOf(step.showTotp(viewer, codeOf(app)))));
    expect([countOf(outcomes, 'in'), countOf(outcomes, invalid)]).toEqual([1, 4]);
  });

  it('opens nothing but the session that is half open', async () => {
    const { app, full } = await enrolled();
    expect(await outcomeOf(step.showTotp(full, codeOf(app)))).toBe('second_factor.not_needed');
  });
});

describe('guessing', () => {
  it('is over after five tries, however many come at once, and the owner is told', async () => {
    const person = await enrolled();
    const sessions = await Promise.all(Array.from({ length: 20 }, person.halfOpen));
    const outcomes = await Promise.all(
      sessions.map((viewer) => outcomeOf(step.showTotp(viewer, wrongFor(person.app)))),
    );
    expect([countOf(outcomes, invalid), countOf(outcomes, paused)]).toEqual([5, 15]);
    expect(await outcomeOf(step.showTotp(await person.halfOpen(), codeOf(person.app)))).toBe(paused);
    expect((await lettersTo(person)).filter(({ template }) => template === 'secondFactorPaused')).toHaveLength(1);
  });

  it('counts codes of the app and recovery codes together', async () => {
    const { app, halfOpen } = await enrolled();
    const viewer = await halfOpen();
    for (let tries = 0; tries < 5; tries += 1) {
      const attempt = tries % 2 ? step.showTotp(viewer, wrongFor(app)) : step.showRecoveryCode(viewer, '00000-00000');
      expect(await outcomeOf(attempt)).toBe(invalid);
    }
    expect(await outcomeOf(step.showRecoveryCode(viewer, '00000-00000'))).toBe(paused);
  });

  it('may go on a quarter of an hour after the first try', async () => {
    const { app, halfOpen } = await enrolled();
    const viewer = await halfOpen();
    for (let tries = 0; tries < 6; tries += 1) await outcomeOf(step.showTotp(viewer, wrongFor(app)));
    people.clock.advance(14);
    expect(await outcomeOf(step.showTotp(viewer, codeOf(app)))).toBe(paused);
    people.clock.advance(1);
    expect(await outcomeOf(step.showTotp(viewer, codeOf(app)))).toBe('in');
  });

  it('is forgotten when the right code comes', async () => {
    const { app, halfOpen } = await enrolled();
    const viewer = await halfOpen();
    for (let tries = 0; tries < 4; tries += 1) await outcomeOf(step.showTotp(viewer, wrongFor(app)));
    expect(await outcomeOf(step.showTotp(viewer, codeOf(app)))).toBe('in');
    expect(await outcomeOf(step.showTotp(await halfOpen(), wrongFor(app)))).toBe(invalid);
  });
});

describe('a recovery code', () => {
  it('lets in exactly one of five who use it at the same moment, and the owner learns how many are left', async () => {
    const person = await enrolled();
    const [code = ''] = await recoveryCodes.create(person.full);
    const sessions = await Promise.all(Array.from({ length: 5 }, person.halfOpen));
    const outcomes = await Promise.all(
      sessions.map((viewer) => outcomeOf(step.showRecoveryCode(viewer, code.toUpperCase()))),
    );
    expect([countOf(outcomes, 'in'), countOf(outcomes, invalid)]).toEqual([1, 4]);
    expect((await lettersTo(person)).at(-1)?.template).toBe('recoveryCodeUsed');
    expect((await person.halfOpen()).methods).toEqual(['totp', 'recovery']);
  });

  it('works for nobody else', async () => {
    const [one, other] = [await enrolled(), await enrolled()];
    const [code = ''] = await recoveryCodes.create(one.full);
    expect(await outcomeOf(step.showRecoveryCode(await other.halfOpen(), code))).toBe(invalid);
    expect(await outcomeOf(step.showRecoveryCode(await one.halfOpen(), code))).toBe('in');
  });

  it('stops working when new ones are made', async () => {
    const { full, halfOpen } = await enrolled();
    const [old = ''] = await recoveryCodes.create(full);
    const codes = await recoveryCodes.create(full);
    expect([codes.length, new Set(codes).size]).toEqual([10, 10]);
    expect(await outcomeOf(step.showRecoveryCode(await halfOpen(), old))).toBe(invalid);
    expect(await outcomeOf(step.showRecoveryCode(await halfOpen(), codes[9] ?? ''))).toBe('in');
  });

  it('is kept as nothing that could be read', async () => {
    const { full, accountId } = await enrolled();
    const codes = await recoveryCodes.create(full);
    const [row] = await database.query<{ text: string }>(
      `SELECT string_agg(encode(code_hash, 'escape'), ' ') AS text FROM recovery_code WHERE account_id = $1`,
      [accountId],
    );
    expect(codes.filter((code) => row?.text.includes(code.replace('-', '')))).toEqual([]);
  });

  it('is not made for somebody without a factor it could stand in for', async () => {
    const { full } = await enrolled();
    await totps.remove(full);
    expect(await outcomeOf(recoveryCodes.create(full))).toBe('second_factor.none');
  });
});

describe('an authenticator app', () => {
  it('is in use only after it has shown that it knows the secret, and within ten minutes', async () => {
    const { full, app, halfOpen } = await enrolled();
    const next = new TOTP({ secret: (await totps.begin(full)).secret });
    expect(await outcomeOf(totps.confirm(full, wrongFor(next)))).toBe(invalid);
    expect(await outcomeOf(step.showTotp(await halfOpen(), codeOf(app)))).toBe('in');
    people.clock.advance(10);
    expect(await outcomeOf(totps.confirm(full, codeOf(next)))).toBe('second_factor.expired');
  });

  it('takes the place of the one before', async () => {
    const { full, app, halfOpen } = await enrolled();
    const next = new TOTP({ secret: (await totps.begin(full)).secret });
    await totps.confirm(full, codeOf(next));
    people.clock.advance(halfMinute);
    expect(await outcomeOf(step.showTotp(await halfOpen(), codeOf(app)))).toBe(invalid);
    expect(await outcomeOf(step.showTotp(await halfOpen(), codeOf(next)))).toBe('in');
  });

  it('has its secret sealed in the database', async () => {
    const { accountId, app } = await enrolled();
    const [row] = await database.query<{ sealed: Buffer }>(
      `SELECT sealed_secret AS sealed FROM totp WHERE account_id = $1`,
      [accountId],
    );
    expect(row?.sealed.includes(Buffer.from(app.secret.bytes))).toBe(false);
  });

  it('is told to its owner by mail and kept in the record, without anything secret', async () => {
    const person = await enrolled();
    expect((await lettersTo(person)).map(({ template }) => template)).toEqual(['secondFactorAdded']);
    const entries = await database.query(
      `SELECT action, details, account_id = subject_id AS own FROM audit_entry WHERE subject_id = $1`,
      [person.accountId],
    );
    expect(entries).toEqual([{ action: 'second-factor.add', details: { method: 'totp' }, own: true }]);
  });
});
