import { queryOptions, useQuery } from '@tanstack/react-query';
import type { Me } from '#libs/contracts';
import { api } from './client.js';
import { paths } from './paths.js';
import { isProblem } from './problem.js';
import { queryKeys } from './query-keys.js';

async function fetchMe(signal: AbortSignal): Promise<Me | null> {
  try {
    return await api.get<Me>(paths.me, signal);
  } catch (error) {
    if (isProblem(error, 401)) return null;
    throw error;
  }
}

export const meQuery = queryOptions({
  queryKey: [queryKeys.me],
  queryFn: ({ signal }) => fetchMe(signal),
  staleTime: 60_000,
});

/** Who is signed in; null when nobody is, or not all the way. */
export function useMe() {
  return useQuery({ ...meQuery, select: (me) => (me?.needsSecondFactor ? null : me) });
}

/** Whose sign-in waits for the second factor; null otherwise. */
export function useHalfSignedIn(): Me | null {
  return useQuery({ ...meQuery, select: (me) => (me?.needsSecondFactor ? me : null) }).data ?? null;
}

/** Staff and administrators may run the hub; a role without a hub holds everywhere. */
export function isStaff(me: Me | null | undefined): boolean {
  return me?.roles.some(({ role }) => role !== 'resident') ?? false;
}

/** Administrators also decide whom and what the hub trusts. */
export function isAdmin(me: Me | null | undefined): boolean {
  return me?.roles.some(({ role }) => role === 'admin' || role === 'system') ?? false;
}
