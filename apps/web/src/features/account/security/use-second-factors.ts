import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { SecondFactors } from '#libs/contracts';
import { api } from '../../../shared/api/client.js';
import { queryKeys } from '../../../shared/api/query-keys.js';

/** What the person has set up. */
export function useSecondFactors() {
  return useQuery({
    queryKey: [queryKeys.secondFactors],
    queryFn: ({ signal }) => api.get<SecondFactors>('/me/second-factors', signal),
  });
}

/** Changes what is set up; staff may gain their roles by it. */
export function useSecondFactorChange<Input, Output>(change: (input: Input) => Promise<Output>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: async () => {
      await Promise.all([
        client.invalidateQueries({ queryKey: [queryKeys.secondFactors] }),
        client.invalidateQueries({ queryKey: [queryKeys.me] }),
      ]);
    },
  });
}
