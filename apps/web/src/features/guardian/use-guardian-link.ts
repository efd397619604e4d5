import { useMutation, useQuery } from '@tanstack/react-query';
import type { GiveConsent, GuardianQuestion } from '#libs/contracts';
import { api } from '../../shared/api/client.js';
import { queryKeys } from '../../shared/api/query-keys.js';

/** What a guardian's link asks; it is not asked again once it was answered, because then the link is over. */
export function useGuardianQuestion(token: string) {
  return useQuery({
    queryKey: [queryKeys.guardianLink, token],
    queryFn: ({ signal }) => api.get<GuardianQuestion>(pathOf(token), signal),
    staleTime: Infinity,
    retry: false,
  });
}

/** Gives the consent under a name, or says no: `null`. */
export function useAnswerGuardianQuestion(token: string) {
  return useMutation({
    mutationFn: (consent: GiveConsent | null) =>
      consent === null ? api.post<void>(`${pathOf(token)}/withdrawal`) : api.post<void>(pathOf(token), consent),
  });
}

function pathOf(token: string): string {
  return `/guardian-consents/${encodeURIComponent(token)}`;
}
