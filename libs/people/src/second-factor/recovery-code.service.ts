import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, Database, KeyedHash, Problem, type Transaction } from '#libs/platform';
import type { SignedIn } from '../access/viewer.js';
import { readRecoveryCode, recoveryCodeCount, recoveryCodeLength, writeRecoveryCode } from '../rules/recovery-code.js';
import { RecoveryCodeRepository } from './recovery-code.repository.js';
import { announceFactorChange } from './second-factor-notice.js';
import { SecondFactorRepository } from './second-factor.repository.js';

const purpose = 'recovery-code';

/** Codes on paper, for the day when phone and passkey are out of reach. */
@Injectable()
export class RecoveryCodeService {
  constructor(
    private readonly database: Database,
    private readonly codes: RecoveryCodeRepository,
    private readonly factors: SecondFactorRepository,
    private readonly keyedHash: KeyedHash,
    private readonly clock: Clock,
  ) {}

  /**
   * Makes new codes; all earlier ones stop working.
   * @returns the codes, which are kept nowhere as they are
   * @throws Problem `second_factor.none` when there is no factor they could stand in for
   */
  async create(viewer: SignedIn): Promise<string[]> {
    const { accountId } = viewer;
    const codes = Array.from({ length: recoveryCodeCount }, () => writeRecoveryCode(randomBytes(recoveryCodeLength)));
    await this.database.transaction(async (tx) => {
      await this.factors.lockAccount(tx, accountId);
      if ((await this.factors.count(tx, accountId)) === 0) throw new Problem('second_factor.none');
      const hashes = codes.map((code) => this.hash(accountId, code));
      await this.codes.replace(tx, accountId, { hashes, now: this.clock.now() });
      const action = 'second-factor.create-recovery-codes';
      announceFactorChange(tx, viewer, { action, actorId: accountId, template: 'recoveryCodesCreated' });
    });
    return codes;
  }

  /** Uses a code up and tells its owner. @returns whether it was one, and unused */
  async spend(tx: Transaction, viewer: SignedIn, code: string): Promise<boolean> {
    const { accountId } = viewer;
    const left = await this.codes.spend(tx, accountId, { hash: this.hash(accountId, code), now: this.clock.now() });
    if (left === undefined) return false;
    const change = {
      action: 'second-factor.use-recovery-code',
      actorId: accountId,
      template: 'recoveryCodeUsed',
    } as const;
    announceFactorChange(tx, viewer, { ...change, params: { left }, details: { left } });
    return true;
  }

  /** Fifty random bits under the server's key: a stolen table alone gives nothing to try them on. */
  private hash(accountId: string, code: string): Buffer {
    return this.keyedHash.of(purpose, `${accountId}/${readRecoveryCode(code)}`);
  }
}
