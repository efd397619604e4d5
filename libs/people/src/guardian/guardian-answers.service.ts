import { Injectable } from '@nestjs/common';
import type { GiveConsent, GuardianQuestion } from '#libs/contracts';
import { Clock, Config, Database, enqueueMail, Problem, type AuditAction, type Transaction } from '#libs/platform';
import { currentTermsVersion } from '../consent/terms.js';
import { firstNameIn } from '../rules/first-name.js';
import { stateOfLink } from '../rules/guardian-link.js';
import { childInMail } from './child-in-mail.js';
import { GuardianLinkRepository, type LinkRow } from './guardian-link.repository.js';
import { hashLinkToken, newLinkToken } from './link-token.js';

/**
 * What guardians answer by the links in their mails, without an account. Every method throws Problem `not_found` for a
 * link that never was, `consent.link_used` and `consent.link_expired`.
 */
@Injectable()
export class GuardianAnswers {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly links: GuardianLinkRepository,
  ) {}

  async question(token: string): Promise<GuardianQuestion> {
    const link = await this.openLink(token);
    return {
      purpose: link.isWithdrawal ? 'withdraw' : 'answer',
      childName: firstNameIn(link.childName),
      hubName: link.hubName,
      termsVersion: currentTermsVersion,
      expiresAt: link.isWithdrawal ? null : (link.expiresAt?.toISOString() ?? null),
    };
  }

  /**
   * Gives the consent. The guardian gets a link by which to withdraw it; the young person is told.
   * @throws Problem `consent.outdated` when the guardian has read older terms
   */
  async consent(token: string, { name, termsVersion }: GiveConsent): Promise<void> {
    const link = await this.openLink(token);
    if (link.isWithdrawal) throw new Problem('consent.link_used');
    if (termsVersion !== currentTermsVersion) throw new Problem('consent.outdated');
    const withdrawal = newLinkToken();
    await this.database.transaction(async (tx) => {
      const answer = { id: link.id, guardianName: name, termsVersion, withdrawalHash: withdrawal.hash };
      const isFirst = await this.links.consent(tx, { ...answer, now: this.clock.now() });
      if (!isFirst) throw new Problem('consent.link_used');
      this.confirm(tx, link, withdrawal.token);
      announce(tx, link, { action: 'guardian.consent', answer: 'consented' });
    });
  }

  /** Says no: to the question, or afterwards to what was consented to. What is booked stays; staff are shown it. */
  async sayNo(token: string): Promise<void> {
    const link = await this.openLink(token);
    const now = this.clock.now();
    await this.database.transaction(async (tx) => {
      const isFirst = link.isWithdrawal
        ? await this.links.withdraw(tx, { id: link.id, now })
        : await this.links.refuse(tx, { id: link.id, now });
      if (!isFirst) throw new Problem('consent.link_used');
      announce(
        tx,
        link,
        link.isWithdrawal
          ? { action: 'guardian.withdraw', answer: 'withdrawn' }
          : { action: 'guardian.refuse', answer: 'refused' },
      );
    });
  }

  private async openLink(token: string): Promise<LinkRow> {
    const link = await this.links.find(hashLinkToken(token));
    if (link === undefined) throw new Problem('not_found');
    const state = stateOfLink(link, this.clock.now());
    if (state !== 'open') throw new Problem(state === 'used' ? 'consent.link_used' : 'consent.link_expired');
    return link;
  }

  private confirm(tx: Transaction, link: LinkRow, token: string): void {
    const params = {
      ...childInMail(link.childName),
      hub: link.hubName,
      url: new URL(`/consent/${token}`, this.config.publicUrl).href,
    };
    const { guardianEmail: to, locale, accountId: about } = link;
    enqueueMail(tx, { to, locale, template: 'guardianConsented', params, about });
  }
}

/** Tells the young person, and the record: nobody with an account did it. */
function announce(
  tx: Transaction,
  { accountId, hubId, hubName, childEmail, childLocale }: LinkRow,
  { action, answer }: { action: AuditAction; answer: 'consented' | 'refused' | 'withdrawn' },
): void {
  tx.record({ accountId: null, action, subjectType: 'account', subjectId: accountId, hubId });
  const params = { answer, hub: hubName };
  enqueueMail(tx, { to: childEmail, locale: childLocale, template: 'guardianAnswered', params });
}
