import { Injectable } from '@nestjs/common';
import type { TotpSecret } from '#libs/contracts';
import { Clock, Database, Problem, Sealing, type Transaction } from '#libs/platform';
import type { SignedIn } from '../access/viewer.js';
import { SessionsService, type NewSession } from '../sign-in/sessions.service.js';
import { FactorChange } from './factor-change.js';
import { announceFactorChange } from './second-factor-notice.js';
import { describeTotp, newTotpSecret, stepOf } from './totp-code.js';
import { TotpRepository } from './totp.repository.js';

const purpose = 'totp';
const setUpMinutes = 10;

/** The authenticator app. */
@Injectable()
export class TotpService {
  constructor(
    private readonly database: Database,
    private readonly totps: TotpRepository,
    private readonly change: FactorChange,
    private readonly sessions: SessionsService,
    private readonly sealing: Sealing,
    private readonly clock: Clock,
  ) {}

  /** Makes a secret for the app; one that is in use goes on working until the new one is confirmed. */
  async begin({ accountId, email }: SignedIn): Promise<TotpSecret> {
    const secret = newTotpSecret();
    const expiresAt = new Date(this.clock.now().getTime() + setUpMinutes * 60_000);
    await this.totps.savePending(accountId, this.sealing.seal(purpose, accountId, secret), expiresAt);
    return { ...describeTotp(secret, email), expiresAt: expiresAt.toISOString() };
  }

  /**
   * Puts the app into use once it has shown that it knows the secret.
   * @returns the session under its new token
   * @throws Problem `second_factor.expired` or `auth.second_factor_invalid`
   */
  async confirm(viewer: SignedIn, code: string): Promise<NewSession> {
    const { accountId } = viewer;
    const token = await this.database.transaction(async (tx) => {
      await this.change.begin(tx, viewer);
      const now = this.clock.now();
      const sealed = await this.totps.findPending(tx, accountId, now);
      if (sealed === undefined) throw new Problem('second_factor.expired');
      const step = stepOf(this.sealing.open(purpose, accountId, sealed), code, now);
      if (step === undefined) throw new Problem('auth.second_factor_invalid');
      await this.totps.confirmPending(tx, accountId, { step, now });
      announceFactorChange(tx, viewer, {
        ...asked(viewer),
        action: 'second-factor.add',
        template: 'secondFactorAdded',
      });
      return this.change.added(tx, viewer);
    });
    return this.sessions.describe(token);
  }

  /** @throws Problem `second_factor.last` */
  async remove(viewer: SignedIn): Promise<void> {
    await this.database.transaction(async (tx) => {
      await this.change.begin(tx, viewer);
      if (!(await this.totps.remove(tx, viewer.accountId))) return;
      await this.change.removed(tx, viewer);
      const change = { ...asked(viewer), action: 'second-factor.remove', template: 'secondFactorRemoved' } as const;
      announceFactorChange(tx, viewer, change);
    });
  }

  /** Uses a code up. @returns whether it is right, of this time, and neither it nor a later one was used before */
  async spend(tx: Transaction, accountId: string, code: string): Promise<boolean> {
    const now = this.clock.now();
    const sealed = await this.totps.findSecret(tx, accountId);
    if (sealed === undefined) return false;
    const step = stepOf(this.sealing.open(purpose, accountId, sealed), code, now);
    return step !== undefined && this.totps.spendStep(tx, accountId, { step, now });
  }
}

function asked({ accountId }: SignedIn) {
  return { actorId: accountId, params: { method: 'totp' }, details: { method: 'totp' } };
}
