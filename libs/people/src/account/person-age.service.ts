import { Injectable } from '@nestjs/common';
import type { PersonAge } from '#libs/contracts';
import { Database, Problem } from '#libs/platform';
import type { Viewer } from '../access/viewer.js';

/** What staff write down about how old somebody is: rules about age look at nothing else. */
@Injectable()
export class PersonAgeService {
  constructor(private readonly database: Database) {}

  /**
   * @param accountId whose; the entry in the record names the staff member
   * @throws Problem `not_found`
   */
  async write(accountId: string, { birthDate, guardianConsent }: PersonAge, viewer: Viewer): Promise<PersonAge> {
    await this.database.transaction(async (tx) => {
      const rows = await tx.query(
        `UPDATE account SET birth_date = $2, guardian_consent = $3 WHERE id = $1 RETURNING id`,
        [accountId, birthDate, guardianConsent],
      );
      if (rows.length === 0) throw new Problem('not_found');
      // The date itself is personal and stays out of the record, which is kept for good.
      const details = { isKnown: birthDate !== null, guardianConsent };
      tx.record({
        accountId: viewer.accountId,
        action: 'person.set-age',
        subjectType: 'account',
        subjectId: accountId,
        details,
      });
    });
    return { birthDate, guardianConsent };
  }
}
