import { useQuery } from '@tanstack/react-query';
import type { Device } from '#libs/contracts';
import { api } from '../../../shared/api/client.js';
import { queryKeys } from '../../../shared/api/query-keys.js';

export const devicesOf = (hub: string) => `/hubs/${encodeURIComponent(hub)}/devices`;

/** A hub's devices, for its administrator. When one was last seen is told by no event: so it is asked after as well. */
export function useDevices(hub: string) {
  return useQuery({
    queryKey: [queryKeys.devices, 'hub', hub],
    queryFn: ({ signal }) => api.get<{ items: Device[] }>(devicesOf(hub), signal),
    refetchInterval: 30_000,
  });
}
