import { tellStaff } from '#libs/people';
import type { Transaction } from '#libs/platform';
import type { PrintJob } from '../job/print-job.entity.js';

/** Tells staff that a print waits for them; what one of them has attached, they were told of when it came. */
export function tellOfReview(
  tx: Transaction,
  { hubId, accountId, gcodeOrigin }: Pick<PrintJob, 'hubId' | 'accountId' | 'gcodeOrigin'>,
): void {
  if (gcodeOrigin !== 'attached') tellStaff(tx, { hubId, topic: 'print_review', causedBy: accountId });
}
