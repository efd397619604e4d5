import { tellStaff } from '#libs/people';
import type { Transaction } from '#libs/platform';
import type { PrintJob } from '../job/print-job.entity.js';

/** Tells staff that a print waits for them; what one of them has changed, they were told of when it came. */
export function tellOfReview(tx: Transaction, job: PrintJob): void {
  const { id, hubId, accountId, fileVersion, filesFromStaff } = job;
  if (filesFromStaff) return;
  tellStaff(tx, { hubId, topic: 'print_review', causedBy: accountId, newsId: `${id}/${fileVersion}` });
}
