import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { MyConsents } from '#libs/contracts';
import { api } from '../api/client.js';
import { queryKeys } from '../api/query-keys.js';

/**
 * What somebody has agreed to.
 * @param accountId whose answer it is, so that it is never shown to the next one on a shared computer; undefined when
 * nobody is signed in, and then nothing is asked
 */
export function useConsents(accountId: string | undefined) {
  return useQuery({
    queryKey: [queryKeys.consents, accountId],
    queryFn: ({ signal }) => api.get<MyConsents>('/me/consents', signal),
    enabled: accountId !== undefined,
    staleTime: 10 * 60_000,
  });
}

/** Agrees to a version; when a newer one has come meanwhile, that one is fetched to be read first. */
export function useAgree(accountId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (version: string) => api.post<MyConsents>('/me/consents', { version }),
    onSuccess: (consents) => client.setQueryData([queryKeys.consents, accountId], consents),
    onError: async () => {
      await client.invalidateQueries({ queryKey: [queryKeys.consents] });
      await client.invalidateQueries({ queryKey: [queryKeys.terms] });
    },
  });
}
