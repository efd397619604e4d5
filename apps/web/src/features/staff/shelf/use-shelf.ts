import { useQuery } from '@tanstack/react-query';
import type { PrintJob } from '#libs/contracts';
import { api } from '../../../shared/api/client.js';
import { queryKeys } from '../../../shared/api/query-keys.js';

/** Finished parts of a hub that wait for their owners. */
export function useShelf(hub: string) {
  return useQuery({
    queryKey: [queryKeys.printJobs, 'shelf', hub],
    queryFn: ({ signal }) =>
      api.get<{ items: PrintJob[] }>(`/print-jobs?${new URLSearchParams({ hub, onShelf: 'true' })}`, signal),
    refetchInterval: 30_000,
  });
}
