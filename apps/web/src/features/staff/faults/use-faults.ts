import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Fault, Impact } from '#libs/contracts';
import { api } from '../../../shared/api/client.js';
import { queryKeys } from '../../../shared/api/query-keys.js';

const hubPath = (hub: string) => `/hubs/${encodeURIComponent(hub)}`;
const resourcePath = (hub: string, slug: string) => `${hubPath(hub)}/resources/${encodeURIComponent(slug)}`;

export function useFaults(hub: string) {
  return useQuery({
    queryKey: [queryKeys.faults, hub],
    queryFn: ({ signal }) => api.get<{ items: Fault[] }>(`${hubPath(hub)}/faults`, signal),
    refetchInterval: 60_000,
  });
}

/** What would become of the bookings if the thing were put out of order now. */
export function useImpact(hub: string, slug: string) {
  return useQuery({
    queryKey: [queryKeys.faults, 'impact', hub, slug],
    queryFn: () => api.post<Impact>(`${resourcePath(hub, slug)}/out-of-order/preview`, { reason: '?' }),
    staleTime: 0,
    gcTime: 0,
  });
}

export type FaultAct = { kind: 'close'; done: string } | { kind: 'put-out'; reason: string } | { kind: 'put-in' };

/** All that staff do about a report. */
export function useFaultAct(hub: string, { id, resource }: Fault) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (act: FaultAct): Promise<unknown> => {
      const thing = resourcePath(hub, resource.slug);
      if (act.kind === 'close') return api.post(`${hubPath(hub)}/faults/${id}/close`, { done: act.done });
      if (act.kind === 'put-out') return api.post(`${thing}/out-of-order`, { reason: act.reason });
      return api.post(`${thing}/in-order`);
    },
    onSettled: () =>
      Promise.all(
        [queryKeys.faults, queryKeys.printers, queryKeys.bookings].map((key) =>
          client.invalidateQueries({ queryKey: [key] }),
        ),
      ),
  });
}
