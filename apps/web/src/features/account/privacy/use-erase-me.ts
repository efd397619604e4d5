import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../shared/api/client.js';
import { queryKeys } from '../../../shared/api/query-keys.js';

/** Erases the person and forgets what was fetched in his or her name. */
export function useEraseMe() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.delete('/me'),
    onSuccess: () => {
      client.setQueryData([queryKeys.me], null);
      client.removeQueries({ queryKey: [queryKeys.bookings] });
      client.removeQueries({ queryKey: [queryKeys.printJobs] });
    },
  });
}
