import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Locale } from '#libs/contracts';
import { Clock, Config, Database, enqueueMail, KeyedHash, Problem } from '#libs/platform';
import {
  admitRequest,
  codeLifetimeMinutes,
  maxTries,
  maxTriesForAddress,
  maxTriesOfClient,
  requestWindowStart,
  triesWindowMinutes,
} from '../rules/sign-in-code.js';
import { SignInRepository } from './sign-in.repository.js';
import { SignInTriesRepository, type TryCount } from './sign-in-tries.repository.js';

const minuteMs = 60_000;

/** Somebody who says to have received a code. */
export interface CodeHolder {
  email: string;
  code: string;
  /** Whose wrong tries are counted together. */
  client: string;
}

/** One-time codes sent by mail: who may have one, and how often one may be tried. */
@Injectable()
export class SignInCodes {
  constructor(
    private readonly database: Database,
    private readonly codes: SignInRepository,
    private readonly tries: SignInTriesRepository,
    private readonly keyedHash: KeyedHash,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /**
   * Sends a six-digit code. The answer is the same whether the address has an account or not.
   * @returns when the code stops working
   * @throws Problem `auth.too_many_attempts`
   */
  async send(email: string, locale: Locale): Promise<Date> {
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + codeLifetimeMinutes * minuteMs);
    const code = String(randomInt(1_000_000)).padStart(6, '0');
    await this.database.transaction(async (tx) => {
      await this.codes.forgetOld(tx, { now, windowStart: requestWindowStart(now) });
      await this.tries.forgetOld(tx, now);
      const requestedAt = admitRequest(await this.codes.recentRequests(tx, email), now);
      if (requestedAt === undefined) throw new Problem('auth.too_many_attempts');
      const hash = this.keyedHash.of('sign-in-code', `${email}/${code}`);
      await this.codes.saveCode(tx, { email, hash, expiresAt, requestedAt });
      const termsUrl = new URL('/terms', this.config.publicUrl).href;
      const params = { code, minutes: codeLifetimeMinutes, termsUrl };
      enqueueMail(tx, { to: email, locale, template: 'signInCode', params });
    });
    return expiresAt;
  }

  /**
   * Uses a code up. A wrong guess is counted even though it is refused, so this commits by itself.
   * @returns whether it is the right one
   * @throws Problem `auth.too_many_attempts`
   */
  async spend({ email, code, client }: CodeHolder): Promise<boolean> {
    const now = this.clock.now();
    const counts = this.countsOf(email, client);
    const outcome = await this.database.transaction(async (tx) => {
      const windowEndsAt = new Date(now.getTime() + triesWindowMinutes * minuteMs);
      const pausedUntil = await this.tries.spend(tx, { counts, now, windowEndsAt });
      if (pausedUntil !== undefined) return pausedUntil;
      const hash = await this.codes.spendTry(tx, { email, now, maxTries });
      if (hash === undefined || hash === 'spent') return hash;
      const matches = this.keyedHash.matches('sign-in-code', `${email}/${code}`, hash);
      if (!matches) return false;
      await this.codes.retireCode(tx, email);
      await this.tries.giveBack(tx, counts);
      return true;
    });
    if (outcome instanceof Date)
      throw new Problem('auth.too_many_attempts', { retryAfterSeconds: secondsUntil(outcome, now) });
    if (outcome === 'spent') throw new Problem('auth.too_many_attempts');
    return outcome ?? false;
  }

  /** Under a keyed hash, so that the table does not tell who tried to get in, or from where. */
  private countsOf(email: string, client: string): TryCount[] {
    const keyOf = (text: string) => this.keyedHash.of('sign-in-tries', text);
    return [
      { key: keyOf(`${client}/${email}`), max: maxTriesForAddress },
      { key: keyOf(client), max: maxTriesOfClient },
    ];
  }
}

function secondsUntil(instant: Date, now: Date): number {
  return Math.ceil((instant.getTime() - now.getTime()) / 1000);
}
