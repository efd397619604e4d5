import { Injectable } from '@nestjs/common';
import type { AskGuardian, GuardianConsentByStaff, PaperConsent } from '#libs/contracts';
import { Clock, Config, Database, enqueueMail, Problem, type AuditAction, type Transaction } from '#libs/platform';
import { isStaffOf, type Viewer } from '../access/viewer.js';
import { currentTermsVersion } from '../consent/terms.js';
import { RoleRepository } from '../roles/role.repository.js';
import { answerDays } from '../rules/guardian-link.js';
import { childInMail } from './child-in-mail.js';
import { GuardianConsentRepository, type Ward } from './guardian-consent.repository.js';
import { newLinkToken } from './link-token.js';

const dayMs = 24 * 60 * 60_000;

interface Hub {
  id: string;
  name: string;
}

/** Whom a wish is about, and where. */
interface AboutPerson {
  accountId: string;
  hub: Hub;
}

/**
 * Asks guardians whether a young person may use what a hub has an age limit for.
 * @see docs/adr/0024-guardians-consent.md
 */
@Injectable()
export class GuardianConsentService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly roles: RoleRepository,
    private readonly consents: GuardianConsentRepository,
  ) {}

  /**
   * Writes to one's guardian, whoever that is; an earlier question that nobody has answered counts no more.
   * @throws Problem `not_found`, `guardian.own_address`, `guardian.consented`
   */
  async askForOneself({ hub, guardianEmail }: AskGuardian, viewer: Viewer): Promise<void> {
    const wish = { accountId: viewer.accountId, hub: await this.hubNamed(hub), guardianEmail };
    await this.database.transaction((tx) => this.ask(tx, wish, viewer));
  }

  /**
   * Staff ask a guardian, or write down a consent that they have seen on paper.
   * @throws Problem `not_found`, `auth.forbidden`, `guardian.own_address`, `guardian.consented`
   */
  async byStaff(accountId: string, wanted: GuardianConsentByStaff, viewer: Viewer): Promise<void> {
    const hub = await this.hubNamed(wanted.hub);
    if (!isStaffOf(viewer, hub.id)) throw new Problem('auth.forbidden');
    await this.database.transaction(async (tx) => {
      if ('onPaper' in wanted) await this.recordPaper(tx, { ...wanted, accountId, hub }, viewer);
      else await this.ask(tx, { ...wanted, accountId, hub }, viewer);
    });
  }

  /**
   * Staff were told that the consent holds no more, or that the question was a mistake.
   * @throws Problem `not_found`, `auth.forbidden`
   */
  async withdrawByStaff(accountId: string, hub: string, viewer: Viewer): Promise<void> {
    const { id: hubId } = await this.hubNamed(hub);
    if (!isStaffOf(viewer, hubId)) throw new Problem('auth.forbidden');
    await this.database.transaction(async (tx) => {
      const isClosed = await this.consents.close(tx, { accountId, hubId, now: this.clock.now() });
      if (!isClosed) throw new Problem('not_found');
      record(tx, 'guardian.withdraw', { accountId, hubId, viewer });
    });
  }

  private async ask(
    tx: Transaction,
    { accountId, hub, guardianEmail }: Omit<AskGuardian, 'hub'> & AboutPerson,
    viewer: Viewer,
  ): Promise<void> {
    const hubId = hub.id;
    const { displayName, email, locale } = await this.wardWithout(tx, { accountId, hubId });
    if (guardianEmail === email) throw new Problem('guardian.own_address');
    await this.consents.replaceAsked(tx, { accountId, hubId });
    const now = this.clock.now();
    const { token, hash } = newLinkToken();
    const expiresAt = new Date(now.getTime() + answerDays * dayMs);
    const question = { accountId, hubId, guardianEmail, locale, hash, by: viewer.accountId, now, expiresAt };
    await this.consents.ask(tx, question);
    const params = {
      ...childInMail(displayName),
      hub: hub.name,
      days: answerDays,
      url: new URL(`/consent/${token}`, this.config.publicUrl).href,
      termsUrl: new URL('/terms', this.config.publicUrl).href,
    };
    enqueueMail(tx, { to: guardianEmail, locale, template: 'guardianAsked', params, about: accountId });
    record(tx, 'guardian.ask', { accountId, hubId, viewer });
  }

  private async recordPaper(
    tx: Transaction,
    { accountId, hub, guardianName }: Omit<PaperConsent, 'hub'> & AboutPerson,
    viewer: Viewer,
  ): Promise<void> {
    const hubId = hub.id;
    const { locale } = await this.wardWithout(tx, { accountId, hubId });
    await this.consents.replaceAsked(tx, { accountId, hubId });
    const now = this.clock.now();
    const by = viewer.accountId;
    await this.consents.recordPaper(tx, {
      accountId,
      hubId,
      guardianName,
      locale,
      by,
      now,
      termsVersion: currentTermsVersion,
    });
    record(tx, 'guardian.record-paper', { accountId, hubId, viewer });
  }

  /** Locks the person, for whom no consent may stand yet. */
  private async wardWithout(tx: Transaction, of: { accountId: string; hubId: string }): Promise<Ward> {
    const ward = await this.consents.lockWard(tx, of.accountId);
    if (ward === undefined) throw new Problem('not_found');
    if (await this.consents.isHeld(tx, of)) throw new Problem('guardian.consented');
    return ward;
  }

  private async hubNamed(hub: string): Promise<Hub> {
    const found = await this.roles.findHub(hub);
    if (found === undefined) throw new Problem('not_found');
    return found;
  }
}

/** Names and addresses stay out of the record, which is kept for good. */
function record(
  tx: Transaction,
  action: AuditAction,
  { accountId, hubId, viewer }: { accountId: string; hubId: string; viewer: Viewer },
): void {
  tx.record({ accountId: viewer.accountId, action, subjectType: 'account', subjectId: accountId, hubId });
}
