import { useQuery } from '@tanstack/react-query';
import type { Resource } from '#libs/contracts';
import { api } from './client.js';
import { queryKeys } from './query-keys.js';

export function useResources(hub: string | undefined) {
  return useQuery({
    queryKey: [queryKeys.resources, hub],
    queryFn: ({ signal }) => api.get<{ items: Resource[] }>(`/hubs/${encodeURIComponent(hub ?? '')}/resources`, signal),
    enabled: hub !== undefined,
    staleTime: 60_000,
  });
}
