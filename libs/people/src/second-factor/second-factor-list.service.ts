import { Injectable } from '@nestjs/common';
import type { SecondFactors } from '#libs/contracts';
import type { SignedIn } from '../access/viewer.js';
import { FactorChange } from './factor-change.js';
import { PasskeyCeremony } from './passkey-ceremony.js';
import { PasskeyRepository } from './passkey.repository.js';
import { describePasskey } from './passkey.service.js';
import { RecoveryCodeRepository } from './recovery-code.repository.js';
import { TotpRepository } from './totp.repository.js';

/** What a person has set up, without anything secret. */
@Injectable()
export class SecondFactorListService {
  constructor(
    private readonly passkeys: PasskeyRepository,
    private readonly totps: TotpRepository,
    private readonly recoveryCodes: RecoveryCodeRepository,
    private readonly change: FactorChange,
    private readonly ceremony: PasskeyCeremony,
  ) {}

  async list(viewer: SignedIn): Promise<SecondFactors> {
    const { accountId } = viewer;
    const [passkeys, totp, recoveryCodesLeft] = await Promise.all([
      this.passkeys.list(accountId),
      this.totps.find(accountId),
      this.recoveryCodes.countLeft(accountId),
    ]);
    return {
      passkeys: passkeys.map(describePasskey),
      totp: totp
        ? { confirmedAt: totp.confirmedAt.toISOString(), lastUsedAt: totp.lastUsedAt?.toISOString() ?? null }
        : null,
      recoveryCodesLeft,
      isRequired: this.change.isRequiredOf(viewer),
      passkeysPossible: this.ceremony.isPossible,
    };
  }
}
