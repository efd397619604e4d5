import { useQuery } from '@tanstack/react-query';
import type { PrintJob } from '#libs/contracts';
import { api } from '../../../shared/api/client.js';
import { queryKeys } from '../../../shared/api/query-keys.js';

/** One print; asked again now and then as well, for when the live stream is down. */
export function usePrintJob(id: string) {
  return useQuery({
    queryKey: [queryKeys.printJobs, 'one', id],
    queryFn: ({ signal }) => api.get<PrintJob>(`/print-jobs/${encodeURIComponent(id)}`, signal),
    refetchInterval: 10_000,
  });
}
