import type { ProblemCode } from '#libs/contracts';
import type { Messages } from '../../shared/i18n/messages/fi.js';

const told = new Map<ProblemCode, keyof Messages>([
  ['auth.sign_in_expired', 'signInProblem.expired'],
  ['auth.provider_unavailable', 'signInProblem.unavailable'],
  ['auth.provider_denied', 'signInProblem.denied'],
  ['auth.email_unverified', 'signInProblem.emailUnverified'],
  ['rate_limited', 'signInProblem.tooOften'],
]);

/**
 * The sentence for a return from the identity provider that failed.
 * @param code as it stands in the address, where anybody may have written anything
 */
export function signInProblemKey(code: string): keyof Messages {
  return told.get(code as ProblemCode) ?? 'signIn.providerFailed';
}
