import type { GroupRole } from '#libs/platform';

/** Somebody as the town's identity provider knows him or her. */
export interface ProviderPerson {
  issuer: string;
  subject: string;
  /** Lower case; undefined when there is none, or when the provider does not vouch for it. */
  verifiedEmail: string | undefined;
  name: string | undefined;
}

const maxNameLength = 100;

/**
 * Who signed in. Only an address that the provider says it has verified counts: anybody may write another's into a
 * profile.
 */
export function personOf(claims: Readonly<Record<string, unknown>> & { iss: string; sub: string }): ProviderPerson {
  const { iss, sub, email, email_verified: isVerified, name } = claims;
  const hasEmail = typeof email === 'string' && email.includes('@') && isVerified === true;
  return {
    issuer: iss,
    subject: sub,
    verifiedEmail: hasEmail ? email.trim().toLowerCase() : undefined,
    name: typeof name === 'string' && name.trim() !== '' ? name.trim().slice(0, maxNameLength) : undefined,
  };
}

/**
 * The roles that a person's groups give.
 * @param claim what the provider says: a list of groups, or a single one
 */
export function rolesOf(claim: unknown, roleMap: readonly GroupRole[]): GroupRole[] {
  const groups: unknown[] = Array.isArray(claim) ? claim : [claim];
  return roleMap.filter(({ group }) => groups.includes(group));
}
