import { useQuery } from '@tanstack/react-query';
import type { Hub } from '#libs/contracts';
import { api } from './client.js';
import { queryKeys } from './query-keys.js';

export function useHub(hub: string) {
  return useQuery({
    queryKey: [queryKeys.hub, hub],
    queryFn: ({ signal }) => api.get<Hub>(`/hubs/${encodeURIComponent(hub)}`, signal),
    staleTime: 60_000,
  });
}
