import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../api/client.js';
import { queryKeys } from '../api/query-keys.js';

/** Ends the session and forgets everything that was fetched with it. */
export function useSignOut() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.delete('/auth/sessions/current'),
    onSuccess: () => {
      client.setQueryData([queryKeys.me], null);
      client.removeQueries({ queryKey: [queryKeys.bookings] });
      client.removeQueries({ queryKey: [queryKeys.printJobs] });
      client.removeQueries({ queryKey: [queryKeys.secondFactors] });
    },
  });
}
