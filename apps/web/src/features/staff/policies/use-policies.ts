import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { PolicyChange, PolicyChanged, PolicyLayer, PolicyLayerList } from '#libs/contracts';
import { api } from '../../../shared/api/client.js';
import { queryKeys } from '../../../shared/api/query-keys.js';

/** Every layer of a hub's rules. */
export function usePolicyLayers(hub: string) {
  return useQuery({
    queryKey: [queryKeys.policies, hub],
    queryFn: ({ signal }) => api.get<PolicyLayerList>(`/hubs/${encodeURIComponent(hub)}/policies`, signal),
  });
}

/** A layer as it was read: over another one nothing is tried and nothing is saved. */
type ReadLayer = Pick<PolicyLayer, 'scope' | 'target' | 'version'>;

const pathOf = (hub: string, { scope, target }: ReadLayer) =>
  `/hubs/${encodeURIComponent(hub)}/policies/${scope}/${encodeURIComponent(target)}`;

/** Whose bookings a change would rule out, asked before it is made. */
export function useRulePreview(hub: string, layer: ReadLayer) {
  const { version } = layer;
  return useMutation({
    mutationFn: (change: PolicyChange) => api.post<PolicyChanged>(`${pathOf(hub, layer)}/preview`, change, { version }),
  });
}

export function useSaveRule(hub: string, layer: ReadLayer) {
  const { version } = layer;
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: PolicyChange) => api.patch<PolicyChanged>(pathOf(hub, layer), change, { version }),
    onSettled: () => {
      const { policies, hub: ofHub, bookings, availability, board } = queryKeys;
      for (const key of [policies, ofHub, bookings, availability, board])
        void client.invalidateQueries({ queryKey: [key] });
    },
  });
}
