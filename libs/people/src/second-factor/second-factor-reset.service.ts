import { Injectable } from '@nestjs/common';
import { Config, Database, Problem } from '#libs/platform';
import { isAdminOf, type Viewer } from '../access/viewer.js';
import { announceFactorChange } from './second-factor-notice.js';
import { SecondFactorRepository } from './second-factor.repository.js';

/** Help for somebody who has lost phone, passkey and recovery codes. */
@Injectable()
export class SecondFactorResetService {
  constructor(
    private readonly database: Database,
    private readonly factors: SecondFactorRepository,
    private readonly config: Config,
  ) {}

  /**
   * Removes all second factors of a person, ends the sessions, and writes to him or her. Nobody resets their own,
   * and nobody those of people who work where one is not an administrator.
   * @throws Problem `not_found`, `auth.forbidden`
   */
  async reset(accountId: string, viewer: Viewer): Promise<void> {
    if (accountId === viewer.accountId) throw new Problem('auth.forbidden');
    await this.database.transaction(async (tx) => {
      const person = await this.factors.lockAccount(tx, accountId);
      if (person === undefined) throw new Problem('not_found');
      const hubs = await this.factors.hubsOf(tx, accountId);
      const isAbove = this.config.systemAdminEmails.includes(person.email) && !viewer.isSystemAdmin;
      if (isAbove || !hubs.every((hubId) => isAdminOf(viewer, hubId))) throw new Problem('auth.forbidden');
      await this.factors.reset(tx, accountId);
      const change = { action: 'second-factor.reset', template: 'secondFactorReset' } as const;
      announceFactorChange(tx, { accountId, ...person }, { ...change, actorId: viewer.accountId });
    });
  }
}
