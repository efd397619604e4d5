import { useQuery } from '@tanstack/react-query';
import type { Printer } from '#libs/contracts';
import { api } from '../../../shared/api/client.js';
import { queryKeys } from '../../../shared/api/query-keys.js';

export function usePrinters(hub: string) {
  return useQuery({
    queryKey: [queryKeys.printers, 'hub', hub],
    queryFn: ({ signal }) => api.get<{ items: Printer[] }>(`/hubs/${encodeURIComponent(hub)}/printers`, signal),
    refetchInterval: 15_000,
  });
}
