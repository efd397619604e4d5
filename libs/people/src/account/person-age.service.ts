import { Injectable } from '@nestjs/common';
import type { PersonAge } from '#libs/contracts';
import { Database, Problem } from '#libs/platform';
import type { Viewer } from '../access/viewer.js';
import { AccountRepository } from './account.repository.js';

/** What staff write down about how old somebody is: rules about age look at nothing else. */
@Injectable()
export class PersonAgeService {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountRepository,
  ) {}

  /**
   * @param accountId whose; the entry in the record names the staff member
   * @throws Problem `not_found` also when the person has nothing to do with the viewer's hubs
   */
  async write(accountId: string, { birthDate }: PersonAge, viewer: Viewer): Promise<PersonAge> {
    const hubIds = viewer.roles.map(({ hubId }) => hubId);
    await this.database.transaction(async (tx) => {
      const isWritten = await this.accounts.writeBirthDate(tx, { accountId, hubIds, birthDate });
      if (!isWritten) throw new Problem('not_found');
      // The date itself is personal and stays out of the record, which is kept for good.
      const details = { isKnown: birthDate !== null };
      tx.record({
        accountId: viewer.accountId,
        action: 'person.set-age',
        subjectType: 'account',
        subjectId: accountId,
        details,
      });
    });
    return { birthDate };
  }
}
