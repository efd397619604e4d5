import { Injectable } from '@nestjs/common';
import { Clock, Database, Problem, type Transaction } from '#libs/platform';
import { maxSecondFactorTries, secondFactorPauseMinutes, triesForgottenSince } from '../rules/second-factor-tries.js';
import { announceFactorChange, type FactorOwner } from './second-factor-notice.js';
import { SecondFactorRepository } from './second-factor.repository.js';

/** Counts guesses at the codes of one person, in the database, whichever process they come to. */
@Injectable()
export class SecondFactorTries {
  constructor(
    private readonly database: Database,
    private readonly factors: SecondFactorRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * Spends one try before the code is looked at. The first one too many is told to the person: somebody else has got
   * as far as the code from the mail.
   * @throws Problem `auth.second_factor_paused`
   */
  async spend(owner: FactorOwner): Promise<void> {
    const now = this.clock.now();
    const { tries, since } = await this.factors.spendTry(owner.accountId, {
      now,
      forgottenSince: triesForgottenSince(now),
    });
    if (tries <= maxSecondFactorTries) return;
    if (tries === maxSecondFactorTries + 1) await this.warn(owner);
    const pausedMs = since.getTime() + secondFactorPauseMinutes * 60_000 - now.getTime();
    throw new Problem('auth.second_factor_paused', { params: { minutes: Math.ceil(pausedMs / 60_000) } });
  }

  /** A right code makes the wrong ones before it forgotten. */
  async forget(tx: Transaction, accountId: string): Promise<void> {
    await this.factors.forgetTries(tx, accountId);
  }

  private async warn(owner: FactorOwner): Promise<void> {
    await this.database.transaction(async (tx) => {
      const change = {
        action: 'second-factor.pause',
        actorId: owner.accountId,
        template: 'secondFactorPaused',
      } as const;
      announceFactorChange(tx, owner, { ...change, params: { minutes: secondFactorPauseMinutes } });
    });
  }
}
