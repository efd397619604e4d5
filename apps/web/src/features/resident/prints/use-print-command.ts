import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { PrintJob } from '#libs/contracts';
import { api } from '../../../shared/api/client.js';
import { queryKeys } from '../../../shared/api/query-keys.js';

/** What one may do with a print of one's own. */
export function usePrintCommand(command: 'cancel' | 'pause' | 'resume') {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.post<PrintJob>(`/print-jobs/${id}/${command}`),
    onSettled: () => client.invalidateQueries({ queryKey: [queryKeys.printJobs] }),
  });
}
