import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { PrintJob } from '#libs/contracts';
import { api } from '../../../shared/api/client.js';
import { queryKeys } from '../../../shared/api/query-keys.js';

export function useCancelPrint() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.post<PrintJob>(`/print-jobs/${id}/cancel`),
    onSettled: () => client.invalidateQueries({ queryKey: [queryKeys.printJobs] }),
  });
}
