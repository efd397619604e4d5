import { Injectable } from '@nestjs/common';
import type { ShownCredential } from '#libs/contracts';
import { Database, Problem, type Transaction } from '#libs/platform';
import type { SignedIn } from '../access/viewer.js';
import { SessionsService, type NewSession } from '../sign-in/sessions.service.js';
import { PasskeyService } from './passkey.service.js';
import { RecoveryCodeService } from './recovery-code.service.js';
import { SecondFactorTries } from './second-factor-tries.js';
import { TotpService } from './totp.service.js';

/** The second step of signing in: whatever is shown, the session gets a new token and is open from then on. */
@Injectable()
export class SecondStepService {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionsService,
    private readonly tries: SecondFactorTries,
    private readonly passkeys: PasskeyService,
    private readonly totps: TotpService,
    private readonly recoveryCodes: RecoveryCodeService,
  ) {}

  /** @throws Problem `second_factor.not_needed`, `second_factor.expired`, `auth.second_factor_invalid` */
  async showPasskey(viewer: SignedIn, credential: ShownCredential): Promise<NewSession> {
    requireHalfOpen(viewer);
    return this.lift(viewer, await this.passkeys.check(viewer, credential));
  }

  /** @throws Problem `second_factor.not_needed`, `auth.second_factor_paused`, `auth.second_factor_invalid` */
  async showTotp(viewer: SignedIn, code: string): Promise<NewSession> {
    return this.guess(viewer, (tx) => this.totps.spend(tx, viewer.accountId, code));
  }

  /** @throws Problem `second_factor.not_needed`, `auth.second_factor_paused`, `auth.second_factor_invalid` */
  async showRecoveryCode(viewer: SignedIn, code: string): Promise<NewSession> {
    return this.guess(viewer, (tx) => this.recoveryCodes.spend(tx, viewer, code));
  }

  /** What somebody may have guessed counts as a try before it is looked at. */
  private async guess(viewer: SignedIn, isRight: (tx: Transaction) => Promise<boolean>): Promise<NewSession> {
    requireHalfOpen(viewer);
    await this.tries.spend(viewer);
    return this.lift(viewer, isRight);
  }

  private async lift(viewer: SignedIn, isRight: (tx: Transaction) => Promise<boolean>): Promise<NewSession> {
    const token = await this.database.transaction(async (tx) => {
      if (!(await isRight(tx))) throw new Problem('auth.second_factor_invalid');
      await this.tries.forget(tx, viewer.accountId);
      return this.sessions.lift(tx, viewer.sessionId, ['first']);
    });
    return this.sessions.describe(token);
  }
}

function requireHalfOpen({ standing }: SignedIn): void {
  if (standing !== 'half_open') throw new Problem('second_factor.not_needed');
}
