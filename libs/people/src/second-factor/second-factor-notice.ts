import type { Locale } from '#libs/contracts';
import { enqueueMail, type AuditAction, type MailRequest, type Transaction } from '#libs/platform';

/** Whose factors change, and how to reach him or her. */
export interface FactorOwner {
  accountId: string;
  email: string;
  locale: Locale;
}

interface Change {
  /** `second-factor.add` */
  action: AuditAction;
  /** Who did it. */
  actorId: string;
  template: MailRequest['template'];
  /** Goes into the mail; the record has `details` alone, because it is kept for good. */
  params?: MailRequest['params'];
  details?: Record<string, unknown>;
}

/** Records a change of somebody's second factors and writes to that person, who may not have made it. */
export function announceFactorChange(tx: Transaction, owner: FactorOwner, change: Change): void {
  const { accountId, email, locale } = owner;
  const { action, actorId, template, params = {}, details = {} } = change;
  tx.record({ accountId: actorId, action, subjectType: 'account', subjectId: accountId, details });
  enqueueMail(tx, { to: email, locale, template, params });
}
