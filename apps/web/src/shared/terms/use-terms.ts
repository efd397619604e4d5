import { useQuery } from '@tanstack/react-query';
import type { Terms } from '#libs/contracts';
import { api } from '../api/client.js';
import { queryKeys } from '../api/query-keys.js';

/** The terms and the privacy notice that hold today, in the language of the page. */
export function useTerms() {
  return useQuery({
    queryKey: [queryKeys.terms],
    queryFn: ({ signal }) => api.get<Terms>('/consents/current', signal),
    staleTime: 60 * 60_000,
  });
}
