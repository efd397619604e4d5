import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { PrintJob, Reorder } from '#libs/contracts';
import { api } from '../../../shared/api/client.js';
import { queryKeys } from '../../../shared/api/query-keys.js';

/** Moves the print that was looked at; the plan that follows is told live. */
export function useReorder({ id, version }: Pick<PrintJob, 'id' | 'version'>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (wish: Reorder) => api.post<PrintJob>(`/print-jobs/${id}/reorder`, wish, { version }),
    onSettled: () => {
      for (const key of [queryKeys.printJobs, queryKeys.queue]) void client.invalidateQueries({ queryKey: [key] });
    },
  });
}
