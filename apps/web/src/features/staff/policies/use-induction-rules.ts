import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { InductionKindRule } from '#libs/contracts';
import { api } from '../../../shared/api/client.js';
import { queryKeys } from '../../../shared/api/query-keys.js';

const pathOf = (hub: string) => `/hubs/${encodeURIComponent(hub)}/induction-kinds`;

/** What a hub shows people how to use, and when that lapses. */
export function useInductionRules(hub: string) {
  return useQuery({
    queryKey: [queryKeys.policies, 'induction-kinds', hub],
    queryFn: ({ signal }) => api.get<{ items: InductionKindRule[] }>(pathOf(hub), signal),
  });
}

export function useSaveInductionRule(hub: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ kind, lapsesAfterDays, version }: InductionKindRule) =>
      api.put<InductionKindRule>(`${pathOf(hub)}/${encodeURIComponent(kind)}`, { lapsesAfterDays }, { version }),
    onSettled: () => client.invalidateQueries({ queryKey: [queryKeys.policies, 'induction-kinds', hub] }),
  });
}
