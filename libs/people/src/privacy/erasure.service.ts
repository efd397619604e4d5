import { Injectable, Logger } from '@nestjs/common';
import type { JobPayload } from '#libs/contracts';
import { Clock, Database, enqueueMail, keptSince, KeyedHash, Problem, type Transaction } from '#libs/platform';
import { isAdminOf, type Viewer } from '../access/viewer.js';
import { isFreshSignIn } from '../rules/fresh-sign-in.js';
import { PersonRepository, type StandingPerson } from './person.repository.js';
import { PersonalDataRegistry } from './personal-data-registry.js';
import { SettlingService } from './settling.service.js';

/** Requests that were under way during an erasure have ended by then. */
const secondLookMs = 60_000;

/**
 * Erases people: everything that says who somebody was goes in one transaction; what is left to be done needs no name,
 * only the account's id.
 * @see docs/adr/0020-erasure.md
 */
@Injectable()
export class ErasureService {
  private readonly logger = new Logger(ErasureService.name);

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly keyedHash: KeyedHash,
    private readonly people: PersonRepository,
    private readonly registry: PersonalDataRegistry,
    private readonly settling: SettlingService,
  ) {}

  /**
   * Erases the person who asks.
   * @throws Problem `auth.fresh_sign_in_required`, `person.has_role`
   */
  async eraseOwn({ accountId, sessionId }: Viewer): Promise<void> {
    const signedInAt = await this.people.signedInAt(sessionId);
    if (signedInAt === undefined || !isFreshSignIn(signedInAt, this.clock.now())) {
      throw new Problem('auth.fresh_sign_in_required');
    }
    await this.erase(accountId, accountId);
  }

  /**
   * Erases somebody else, who has asked for it by letter or in person. A system administrator may, and whoever is
   * administrator of every hub that the person has to do with.
   * @throws Problem `not_found`, `auth.forbidden` when other hubs know the person, too; `person.has_role`
   */
  async eraseFor(accountId: string, viewer: Viewer): Promise<void> {
    await this.erase(accountId, viewer.accountId, ({ hubIds }) => {
      if (viewer.isSystemAdmin) return;
      if (!hubIds.some((hubId) => isAdminOf(viewer, hubId))) throw new Problem('not_found');
      if (!hubIds.every((hubId) => isAdminOf(viewer, hubId))) throw new Problem('auth.forbidden');
    });
  }

  /** Erases somebody whom nobody has seen for too long, unless he or she has just come back. The queue does the rest. */
  async eraseInactive(accountId: string): Promise<void> {
    const since = keptSince('inactiveAccount', this.clock.now());
    await this.database.transaction(async (tx) => {
      const person = await this.people.lock(tx, accountId);
      if (person === undefined || person.hasRole || person.lastActiveAt >= since) return;
      await this.eraseLocked(tx, person, null);
    });
  }

  private async erase(
    accountId: string,
    by: string,
    assertMay: (person: StandingPerson) => void = () => undefined,
  ): Promise<void> {
    const settlement = await this.database.transaction(async (tx) => {
      const person = await this.people.lock(tx, accountId);
      if (person === undefined) throw new Problem('not_found');
      assertMay(person);
      // Whoever works in a hub is kept in its records by the employer until the role ends.
      if (person.hasRole) throw new Problem('person.has_role');
      return this.eraseLocked(tx, person, by);
    });
    await this.settleNow(settlement);
  }

  /**
   * @param by who decided it; null when time did
   * @returns what is left to be done
   */
  private async eraseLocked(tx: Transaction, person: StandingPerson, by: string | null): Promise<Settlement> {
    const { accountId, email, locale } = person;
    for (const holder of this.registry.holders()) await holder.erase(tx, person);
    const settlement = { accountId, addressHash: this.keyedHash.of('mail-address', email).toString('base64url') };
    const secondLookAt = new Date(this.clock.now().getTime() + secondLookMs);
    tx.enqueue('person.settle', settlement);
    tx.enqueue('person.settle', settlement, { runAt: secondLookAt });
    enqueueMail(tx, { to: email, locale, template: 'accountErased', params: {} });
    tx.record({ accountId: by, action: 'person.erase', subjectType: 'account', subjectId: accountId });
    return settlement;
  }

  /** At once, before mails that wait are sent; what cannot be done now is done by the queue, which was promised it. */
  private async settleNow(settlement: Settlement): Promise<void> {
    try {
      await this.settling.settle(settlement);
    } catch (error) {
      this.logger.warn(`the rest of an erasure is left to the queue: ${String(error)}`);
    }
  }
}

type Settlement = JobPayload<'person.settle'>;
