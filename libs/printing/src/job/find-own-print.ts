import { isStaffOf, type Viewer } from '#libs/people';
import { Problem } from '#libs/platform';
import type { PrintJob } from './print-job.entity.js';
import type { PrintJobRepository } from './print-job.repository.js';

/** @throws Problem `not_found` to anybody but owner and staff */
export async function findOwnPrint(jobs: PrintJobRepository, viewer: Viewer, printJobId: string): Promise<PrintJob> {
  const job = await jobs.find(printJobId);
  if (job === null) throw new Problem('not_found');
  if (job.accountId !== viewer.accountId && !isStaffOf(viewer, job.hubId)) throw new Problem('not_found');
  return job;
}
