import { QueryFailedError } from 'typeorm';

// Of SQLSTATE, https://www.postgresql.org/docs/current/errcodes-appendix.html.
const integrityClass = '23';
const dataClass = '22';

/**
 * The name of the constraint that a failed statement hit, the only thing that errors from the database are told
 * apart by.
 * @param error whatever was thrown
 * @returns undefined when the error is not a broken constraint
 */
export function violatedConstraint(error: unknown): string | undefined {
  if (!(error instanceof QueryFailedError)) return undefined;
  const { code, constraint } = error.driverError as { code?: string; constraint?: string };
  return code?.startsWith(integrityClass) ? constraint : undefined;
}

/**
 * Whether the same transaction, run again, may succeed: a deadlock or a serialisation failure.
 * @param error whatever was thrown
 */
export function isTransient(error: unknown): boolean {
  if (!(error instanceof QueryFailedError)) return false;
  const { code } = error.driverError as { code?: string };
  return code === '40P01' || code === '40001';
}

/**
 * Whether the database refuses what was to be written, and not just now: a value or a constraint, so that trying again
 * helps nobody.
 * @param error whatever was thrown
 */
export function isRefusedForGood(error: unknown): boolean {
  if (!(error instanceof QueryFailedError)) return false;
  const { code = '' } = error.driverError as { code?: string };
  return code.startsWith(integrityClass) || code.startsWith(dataClass);
}

/**
 * Whether a statement gave up because a lock was not to be had within `lock_timeout`.
 * @param error whatever was thrown
 */
export function lockTimedOut(error: unknown): boolean {
  return error instanceof QueryFailedError && (error.driverError as { code?: string }).code === '55P03';
}
