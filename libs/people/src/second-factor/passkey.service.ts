import { Injectable } from '@nestjs/common';
import type { AddPasskey, Passkey, ShownCredential } from '#libs/contracts';
import { Clock, Database, Problem, type Transaction } from '#libs/platform';
import type { SignedIn } from '../access/viewer.js';
import { SessionsService, type NewSession } from '../sign-in/sessions.service.js';
import { FactorChange } from './factor-change.js';
import { PasskeyCeremony } from './passkey-ceremony.js';
import { PasskeyRepository, type PasskeyRow } from './passkey.repository.js';
import { announceFactorChange } from './second-factor-notice.js';

/** Passkeys that one person may have. */
const maxPasskeys = 20;

/** A person's passkeys. */
@Injectable()
export class PasskeyService {
  constructor(
    private readonly database: Database,
    private readonly passkeys: PasskeyRepository,
    private readonly ceremony: PasskeyCeremony,
    private readonly change: FactorChange,
    private readonly sessions: SessionsService,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns the passkey, and the session under its new token
   * @throws Problem `second_factor.expired`, `auth.second_factor_invalid`, `second_factor.duplicate`, `second_factor.too_many`
   */
  async add(viewer: SignedIn, { name, credential }: AddPasskey): Promise<{ passkey: Passkey; session: NewSession }> {
    const created = await this.ceremony.checkNew(viewer, credential);
    const { accountId } = viewer;
    const { row, token } = await this.database.transaction(async (tx) => {
      await this.change.begin(tx, viewer);
      if ((await this.passkeys.count(tx, accountId)) >= maxPasskeys) {
        throw new Problem('second_factor.too_many', { params: { limit: maxPasskeys } });
      }
      const row = await this.passkeys.insert(tx, { ...created, accountId, name, createdAt: this.clock.now() });
      if (row === undefined) throw new Problem('second_factor.duplicate');
      const change = { action: 'second-factor.add', template: 'secondFactorAdded' } as const;
      announceFactorChange(tx, viewer, { ...change, ...about(viewer, row.id) });
      return { row, token: await this.change.added(tx, viewer) };
    });
    return { passkey: describePasskey(row), session: await this.sessions.describe(token) };
  }

  /** @throws Problem `not_found` */
  async rename(viewer: SignedIn, id: string, name: string): Promise<Passkey> {
    const row = await this.passkeys.rename(viewer.accountId, id, name);
    if (row === undefined) throw new Problem('not_found');
    return describePasskey(row);
  }

  /** @throws Problem `not_found`, `second_factor.last` */
  async remove(viewer: SignedIn, id: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      await this.change.begin(tx, viewer);
      if (!(await this.passkeys.remove(tx, viewer.accountId, id))) throw new Problem('not_found');
      await this.change.removed(tx, viewer);
      const change = { action: 'second-factor.remove', template: 'secondFactorRemoved' } as const;
      announceFactorChange(tx, viewer, { ...change, ...about(viewer, id) });
    });
  }

  /**
   * Checks an authenticator's answer outside of any transaction, for it takes a while.
   * @returns what notes its use; false when it turns out to be a copy
   */
  async check(viewer: SignedIn, credential: ShownCredential): Promise<(tx: Transaction) => Promise<boolean>> {
    const { id, counter } = await this.ceremony.checkKnown(viewer, credential);
    return (tx) => this.passkeys.use(tx, id, { counter, now: this.clock.now() });
  }
}

export function describePasskey({ id, name, createdAt, lastUsedAt }: PasskeyRow): Passkey {
  return { id, name, createdAt: createdAt.toISOString(), lastUsedAt: lastUsedAt?.toISOString() ?? null };
}

// The name a person gave to it stays out of the record, which is kept for good.
function about({ accountId }: SignedIn, passkeyId: string) {
  return { actorId: accountId, params: { method: 'passkey' }, details: { method: 'passkey', passkeyId } };
}
