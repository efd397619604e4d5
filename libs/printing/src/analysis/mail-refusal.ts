import type { ProblemCode } from '#libs/contracts';
import { Account } from '#libs/people';
import { describeRule, enqueueMail, type Transaction } from '#libs/platform';
import type { PrintJob } from '../job/print-job.entity.js';

/** Tells the owner what is wrong with their file, in the words that the page has for it: they may have left long ago. */
export async function mailRefusal(tx: Transaction, job: PrintJob, code: ProblemCode): Promise<void> {
  const { email: to, locale } = await tx.manager.findOneByOrFail(Account, { id: job.accountId });
  const { text: reason } = describeRule({ code, params: {} }, locale);
  enqueueMail(tx, { to, locale, template: 'printFileRefused', params: { fileName: job.fileName, reason } });
}
