import { useQuery } from '@tanstack/react-query';
import type { PersonalDataRead } from '#libs/contracts';
import { api } from '../../../shared/api/client.js';
import { queryKeys } from '../../../shared/api/query-keys.js';

/** Who of the staff has looked at one's data, the last first. */
export function useReads() {
  return useQuery({
    queryKey: [queryKeys.me, 'reads'],
    queryFn: ({ signal }) => api.get<{ items: PersonalDataRead[] }>('/me/reads', signal),
    // Whoever signs in next on this screen must not see it.
    gcTime: 0,
  });
}
