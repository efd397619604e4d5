import type { PolicyScope } from '#libs/contracts';

/** From the farthest to the nearest. */
export const policyScopes = ['hub', 'category', 'pool', 'resource'] as const satisfies readonly PolicyScope[];
