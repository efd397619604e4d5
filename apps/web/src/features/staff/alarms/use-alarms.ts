import { useQuery } from '@tanstack/react-query';
import type { Alarm } from '#libs/contracts';
import { api } from '../../../shared/api/client.js';
import { queryKeys } from '../../../shared/api/query-keys.js';

/** What is wrong with the machines now. */
export function useAlarms(hub: string) {
  return useQuery({
    queryKey: [queryKeys.printers, 'alarms', hub],
    queryFn: ({ signal }) => api.get<{ items: Alarm[] }>(`/hubs/${encodeURIComponent(hub)}/alarms`, signal),
    refetchInterval: 60_000,
  });
}
