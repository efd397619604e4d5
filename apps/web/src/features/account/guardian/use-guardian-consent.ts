import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { AskGuardian, MyGuardianConsents } from '#libs/contracts';
import { api } from '../../../shared/api/client.js';
import { queryKeys } from '../../../shared/api/query-keys.js';

const key = [queryKeys.me, 'guardian-consent'];

export function useGuardianConsent() {
  return useQuery({
    queryKey: key,
    queryFn: ({ signal }) => api.get<MyGuardianConsents>('/me/guardian-consent', signal),
    // Whoever signs in next on this screen must not see it.
    gcTime: 0,
  });
}

export function useAskGuardian() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (wish: AskGuardian) => api.post<MyGuardianConsents>('/me/guardian-consent', wish),
    onSuccess: (consents) => client.setQueryData(key, consents),
  });
}
