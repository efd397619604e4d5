import { useQuery } from '@tanstack/react-query';
import type { PrintJob, PrintJobState } from '#libs/contracts';
import { api } from '../../shared/api/client.js';
import { queryKeys } from '../../shared/api/query-keys.js';

/** Everybody's prints of one hub in one state. */
export function usePrintJobs(hub: string, status: PrintJobState) {
  return useQuery({
    queryKey: [queryKeys.printJobs, 'hub', hub, status],
    queryFn: ({ signal }) =>
      api.get<{ items: PrintJob[] }>(`/print-jobs?${new URLSearchParams({ hub, status })}`, signal),
    refetchInterval: 30_000,
  });
}
