import type { ProblemCode } from '#libs/contracts';
import type { AccessLevel } from '../access/access.js';
import type { Standing } from './standing.js';

/** Who asks, as far as the door is concerned. */
export interface Caller {
  standing: Standing;
  /** Where the door is: in one hub, or in any. */
  roles: readonly { role: 'staff' | 'admin' }[];
  isSystemAdmin?: boolean | undefined;
}

/**
 * Whether a person may use routes of a level. On public ones there is nothing to decide; those of devices are for no person.
 * @param caller undefined when nobody is signed in
 * @returns why not; undefined when he or she may
 */
export function refuseAdmission(level: AccessLevel, caller: Caller | undefined): ProblemCode | undefined {
  if (level === 'public') return undefined;
  if (level === 'device') return 'device.unknown';
  if (caller === undefined) return 'auth.required';
  if (level === 'signing_in') return undefined;
  if (caller.standing === 'half_open') return 'auth.second_factor_required';
  if (level === 'resident') return undefined;
  if (caller.standing === 'unproven') return 'auth.second_factor_required';
  return caller.isSystemAdmin === true || isEnough(level, caller.roles) ? undefined : 'auth.forbidden';
}

function isEnough(level: AccessLevel, roles: Caller['roles']): boolean {
  if (level === 'system') return false;
  return roles.some(({ role }) => level === 'staff' || role === 'admin');
}
