import { useQuery } from '@tanstack/react-query';
import type { Queue } from '#libs/contracts';
import { api } from '../../../shared/api/client.js';
import { queryKeys } from '../../../shared/api/query-keys.js';

export function useQueue(hub: string) {
  return useQuery({
    queryKey: [queryKeys.queue, hub],
    queryFn: ({ signal }) => api.get<Queue>(`/hubs/${encodeURIComponent(hub)}/queue`, signal),
    refetchInterval: 30_000,
  });
}
