import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { PrintJob } from '#libs/contracts';
import { api } from '../api/client.js';
import { queryKeys } from '../api/query-keys.js';

/** Takes a part off the shelf: its owner has it, or nobody came for it. */
export function useEndPickUp(printJobId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (how: 'collect' | 'dispose') => api.post<PrintJob>(`/print-jobs/${printJobId}/${how}`),
    onSettled: () => client.invalidateQueries({ queryKey: [queryKeys.printJobs] }),
  });
}
