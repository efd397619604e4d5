import { Injectable } from '@nestjs/common';
import { languageTag } from '#libs/contracts';
import { Clock, Database, enqueueMail, HandlesJob, retentionDays, type PersonalDataHolder } from '#libs/platform';
import { ErasureService } from './erasure.service.js';
import { PersonRepository } from './person.repository.js';
import { PersonalDataRegistry } from './personal-data-registry.js';

const dayMs = 24 * 60 * 60_000;
/** People that one look for the long absent brings. */
const batchSize = 100;
/** More rounds than a day can fill: what is left is done tomorrow. */
const maxRounds = 1000;
/** Erased people are looked at again for this long: a print of theirs may have been running. */
const settleAgainMs = 30 * dayMs;

/** Forgets, once a day, what has been kept long enough. Everything it does can be broken off and done again. */
@Injectable()
export class RetentionService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly registry: PersonalDataRegistry,
    private readonly people: PersonRepository,
    private readonly erasure: ErasureService,
  ) {}

  @HandlesJob('person.expire')
  async expire(): Promise<void> {
    for (const holder of this.registry.holders()) await this.expireIn(holder);
    await this.warnInactive();
    await this.eraseOverdue();
    await this.settleAgain();
  }

  private async expireIn(holder: PersonalDataHolder): Promise<void> {
    const now = this.clock.now();
    for (let round = 0; round < maxRounds; round += 1) if (!(await holder.expire?.(now))) return;
  }

  private async warnInactive(): Promise<void> {
    const now = this.clock.now();
    const { inactiveAccount, inactivityWarning } = retentionDays;
    const warnFrom = new Date(now.getTime() - (inactiveAccount - inactivityWarning) * dayMs);
    const eraseOn = new Date(now.getTime() + inactivityWarning * dayMs);
    for (let warned = 1; warned > 0;) {
      warned = await this.database.transaction(async (tx) => {
        const people = await this.people.warnInactive(tx, now, warnFrom);
        for (const { email: to, locale } of people) {
          const date = new Intl.DateTimeFormat(languageTag[locale], { dateStyle: 'long', timeZone: 'UTC' }).format(
            eraseOn,
          );
          enqueueMail(tx, { to, locale, template: 'accountInactive', params: { date } });
        }
        return people.length;
      });
    }
  }

  private async eraseOverdue(): Promise<void> {
    for (let round = 0; round < maxRounds; round += 1) {
      const overdue = await this.people.overdue(this.clock.now(), batchSize);
      if (overdue.length === 0) return;
      // One transaction each: who is erased is erased, however far this gets.
      for (const accountId of overdue) await this.erasure.eraseInactive(accountId);
    }
  }

  private async settleAgain(): Promise<void> {
    const erased = await this.people.erasedSince(new Date(this.clock.now().getTime() - settleAgainMs));
    await this.database.transaction(async (tx) => {
      for (const accountId of erased) tx.enqueue('person.settle', { accountId, addressHash: null });
    });
  }
}
