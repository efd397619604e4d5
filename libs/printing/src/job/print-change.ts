import type { Viewer } from '#libs/people';
import { Problem } from '#libs/platform';

/** Who wants to change which print, and what it must still be. */
export interface PrintChange {
  readonly viewer: Viewer;
  readonly printJobId: string;
  /** Versions of which one must be the present one; undefined when any will do. */
  readonly ifMatch?: readonly number[] | undefined;
}

/**
 * Whoever decides about a print decides about the file they looked at.
 * @throws Problem `precondition.failed` when the print has changed since
 */
export function assertUnchanged({ ifMatch }: PrintChange, { version }: { version: number }): void {
  if (ifMatch?.includes(version) === false) throw new Problem('precondition.failed');
}
