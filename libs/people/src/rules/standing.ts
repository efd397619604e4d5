import type { SecondFactorMethod } from '#libs/contracts';

/** What a session has shown: the code from the mail, or a second factor as well. */
export type SessionLevel = 'first' | 'full';

/**
 * How far somebody has come with signing in: `full` nothing more is asked; `half_open` a second factor exists and has
 * not been shown; `unproven` works in a hub where that takes a second factor, and has none, so acts as a resident.
 */
export type Standing = 'full' | 'half_open' | 'unproven';

export interface StandingFacts {
  level: SessionLevel;
  /** What the person could show. */
  methods: readonly SecondFactorMethod[];
  isStaff: boolean;
  /** Whether staff need a second factor here. */
  isRequired: boolean;
}

/** Recovery codes alone are no factor: they stand in for one. */
export function hasSecondFactor(methods: readonly SecondFactorMethod[]): boolean {
  return methods.some((method) => method !== 'recovery');
}

export function standingOf({ level, methods, isStaff, isRequired }: StandingFacts): Standing {
  if (level === 'full') return 'full';
  if (hasSecondFactor(methods)) return 'half_open';
  return isStaff && isRequired ? 'unproven' : 'full';
}
