import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Me, UpdateMe } from '#libs/contracts';
import { api } from '../../shared/api/client.js';
import { queryKeys } from '../../shared/api/query-keys.js';

export function useUpdateMe() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: UpdateMe) => api.patch<Me>('/me', change),
    onSuccess: (me) => {
      client.setQueryData([queryKeys.me], me);
      // What follows from it, such as whether one needs a guardian.
      void client.invalidateQueries({
        predicate: ({ queryKey }) => queryKey[0] === queryKeys.me && queryKey.length > 1,
      });
    },
  });
}
