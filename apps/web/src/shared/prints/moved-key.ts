import type { PrintJob } from '#libs/contracts';

/** The sentence that says where staff have moved a print in the queue. */
export const movedKey = ({ to }: NonNullable<PrintJob['queueMove']>) =>
  to === 'first' ? ('print.movedFirst' as const) : ('print.movedLast' as const);
