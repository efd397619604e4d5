import { useQuery } from '@tanstack/react-query';
import type { Allowance } from '#libs/contracts';
import { api } from '../../../shared/api/client.js';
import { queryKeys } from '../../../shared/api/query-keys.js';

/** How much filament one may still print with this month. */
export function useAllowance(hub: string) {
  return useQuery({
    queryKey: [queryKeys.printJobs, 'allowance', hub],
    queryFn: ({ signal }) => api.get<Allowance>(`/hubs/${encodeURIComponent(hub)}/filament-allowance`, signal),
  });
}
