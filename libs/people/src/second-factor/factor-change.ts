import { Injectable } from '@nestjs/common';
import { Config, Problem, type Transaction } from '#libs/platform';
import type { SignedIn } from '../access/viewer.js';
import { SecondFactorRepository } from './second-factor.repository.js';
import { SessionsService, type OpenedSession } from '../sign-in/sessions.service.js';

/** What holds whenever a person adds or removes a factor, whichever it is. */
@Injectable()
export class FactorChange {
  constructor(
    private readonly factors: SecondFactorRepository,
    private readonly sessions: SessionsService,
    private readonly config: Config,
  ) {}

  /** Whether this person must keep a factor. */
  isRequiredOf({ standing, roles, isSystemAdmin }: SignedIn): boolean {
    return this.config.staffNeedSecondFactor && (standing === 'unproven' || isSystemAdmin === true || roles.length > 0);
  }

  /** Changes of one person's factors wait for each other. */
  async begin(tx: Transaction, viewer: SignedIn): Promise<void> {
    await this.factors.lockAccount(tx, viewer.accountId);
  }

  /** Whoever has just set a factor up has shown it. @throws Problem `auth.required` when the session is over by now */
  async added(tx: Transaction, viewer: SignedIn): Promise<OpenedSession> {
    return this.sessions.lift(tx, viewer.sessionId, ['first', 'full']);
  }

  /** @throws Problem `second_factor.last` when none is left of somebody who must have one */
  async removed(tx: Transaction, viewer: SignedIn): Promise<void> {
    if ((await this.factors.count(tx, viewer.accountId)) > 0) return;
    if (this.isRequiredOf(viewer)) throw new Problem('second_factor.last');
    await this.factors.forgetLeftovers(tx, viewer.accountId);
  }
}
