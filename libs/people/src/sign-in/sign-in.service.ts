import { createHash, randomBytes, randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Locale } from '#libs/contracts';
import { Clock, Database, enqueueMail, KeyedHash, Problem } from '#libs/platform';
import { AccountRepository } from '../account/account.repository.js';
import { admitRequest, codeLifetimeMinutes, maxTries, requestWindowStart } from '../rules/sign-in-code.js';
import { SessionRepository } from './session.repository.js';
import { SignInRepository } from './sign-in.repository.js';
import type { Viewer } from '../access/viewer.js';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
const idleDays = 30;
const absoluteDays = 90;

export interface NewSession {
  /** Goes into the cookie and nowhere else. */
  token: string;
  expiresAt: Date;
  viewer: Viewer;
}

/** Signing in by a code sent to the person's address, and the session that follows. */
@Injectable()
export class SignInService {
  constructor(
    private readonly database: Database,
    private readonly codes: SignInRepository,
    private readonly sessions: SessionRepository,
    private readonly accounts: AccountRepository,
    private readonly keyedHash: KeyedHash,
    private readonly clock: Clock,
  ) {}

  /**
   * Sends a six-digit code. The answer is the same whether the address has an account or not.
   * @returns when the code stops working
   * @throws Problem `auth.too_many_attempts`
   */
  async requestCode(email: string, locale: Locale): Promise<Date> {
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + codeLifetimeMinutes * minuteMs);
    const code = String(randomInt(1_000_000)).padStart(6, '0');
    await this.database.transaction(async (tx) => {
      await this.codes.forgetOld(tx, { now, windowStart: requestWindowStart(now) });
      const requestedAt = admitRequest(await this.codes.recentRequests(tx, email), now);
      if (requestedAt === undefined) throw new Problem('auth.too_many_attempts');
      const hash = this.keyedHash.of('sign-in-code', `${email}/${code}`);
      await this.codes.saveCode(tx, { email, hash, expiresAt, requestedAt });
      const params = { code, minutes: codeLifetimeMinutes };
      enqueueMail(tx, { to: email, locale, template: 'signInCode', params });
    });
    return expiresAt;
  }

  /**
   * Opens a session for whoever knows the code; the first time, an account with it.
   * @throws Problem `auth.code_invalid` or `auth.too_many_attempts`
   */
  async signIn(email: string, code: string, locale: Locale): Promise<NewSession> {
    if (!(await this.spendCode(email, code))) throw new Problem('auth.code_invalid');
    const now = this.clock.now();
    const token = randomBytes(32).toString('base64url');
    const expiresAt = new Date(now.getTime() + absoluteDays * dayMs);
    await this.database.transaction(async (tx) => {
      const accountId = await this.accounts.findOrCreate(tx, { email, locale, now });
      await this.sessions.create(tx, { accountId, tokenHash: hashToken(token), expiresAt, ...sessionTimes(now) });
    });
    const viewer = await this.viewerOf(token);
    if (viewer === undefined) throw new Problem('internal');
    return { token, expiresAt, viewer };
  }

  /** @returns the person behind a session cookie; undefined when the session is unknown or over */
  async viewerOf(token: string): Promise<Viewer | undefined> {
    return this.sessions.findViewer(hashToken(token), sessionTimes(this.clock.now()));
  }

  async signOut(viewer: Viewer): Promise<void> {
    await this.sessions.end(viewer.sessionId);
  }

  /** A wrong guess is counted even though it is refused, so this commits by itself. */
  private async spendCode(email: string, code: string): Promise<boolean> {
    const outcome = await this.database.transaction(async (tx) => {
      const hash = await this.codes.spendTry(tx, { email, now: this.clock.now(), maxTries });
      if (hash === undefined || hash === 'spent') return hash;
      const matches = this.keyedHash.matches('sign-in-code', `${email}/${code}`, hash);
      if (matches) await this.codes.retireCode(tx, email);
      return matches;
    });
    if (outcome === 'spent') throw new Problem('auth.too_many_attempts');
    return outcome ?? false;
  }
}

function sessionTimes(now: Date): { now: Date; idleSince: Date } {
  return { now, idleSince: new Date(now.getTime() - idleDays * dayMs) };
}

/** A token has 256 random bits, so a plain hash is enough to make a stolen table useless. */
function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
