import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ApprovalRule, InductionKindRule, SavedFilamentRules } from '#libs/contracts';
import { api } from '../../../shared/api/client.js';
import { queryKeys } from '../../../shared/api/query-keys.js';

const pathOf = (hub: string) => `/hubs/${encodeURIComponent(hub)}`;
const approvalKey = (hub: string) => [queryKeys.printRules, 'approval', hub];

export function useApprovalRule(hub: string) {
  return useQuery({
    queryKey: approvalKey(hub),
    queryFn: ({ signal }) => api.get<ApprovalRule>(`${pathOf(hub)}/print-approval`, signal),
  });
}

/** Saves over the version that was read, and over no other. */
export function useSaveApprovalRule(hub: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ version, ...rule }: ApprovalRule) =>
      api.put<ApprovalRule>(`${pathOf(hub)}/print-approval`, rule, { version }),
    onSuccess: (rule) => client.setQueryData(approvalKey(hub), rule),
  });
}

/** What people can be shown how to use here. */
export function useInductionKinds(hub: string) {
  return useQuery({
    queryKey: [queryKeys.printRules, 'induction-kinds', hub],
    queryFn: ({ signal }) => api.get<{ items: InductionKindRule[] }>(`${pathOf(hub)}/induction-kinds`, signal),
  });
}

/** Saves over the version that was read, and over no other. */
export function useSaveFilamentRules(hub: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ version, ...rules }: SavedFilamentRules) =>
      api.put<SavedFilamentRules>(`${pathOf(hub)}/filament-rules`, rules, { version }),
    onSettled: () => client.invalidateQueries({ queryKey: [queryKeys.printers] }),
  });
}
