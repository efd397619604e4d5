import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { MissingConsent, PendingMembership, PendingOrganisation } from '#libs/contracts';
import { api } from '../../../shared/api/client.js';
import { queryKeys } from '../../../shared/api/query-keys.js';

const pathOf = (hub: string, what: string) => `/hubs/${encodeURIComponent(hub)}/${what}`;

/** Organisations that people of the hub have added, and nobody has confirmed. */
export function usePendingOrganisations(hub: string) {
  return useQuery({
    queryKey: [queryKeys.pending, hub, 'organisations'],
    queryFn: ({ signal }) => api.get<{ items: PendingOrganisation[] }>(pathOf(hub, 'pending-organisations'), signal),
  });
}

/** Where people of the hub say to belong, and nobody has confirmed it. */
export function usePendingMemberships(hub: string) {
  return useQuery({
    queryKey: [queryKeys.pending, hub, 'memberships'],
    queryFn: ({ signal }) => api.get<{ items: PendingMembership[] }>(pathOf(hub, 'pending-memberships'), signal),
  });
}

/** Who was asked about and has no guardian's consent. */
export function useMissingConsents(hub: string) {
  return useQuery({
    queryKey: [queryKeys.pending, hub, 'consents'],
    queryFn: ({ signal }) => api.get<{ items: MissingConsent[] }>(pathOf(hub, 'missing-consents'), signal),
  });
}

/** Confirms one under a name; that of another makes the two one. */
export function useConfirmOrganisation() {
  return useSettling(({ id, name }: { id: string; name: string }) =>
    api.post<void>(`/organisations/${id}/confirm`, { name }),
  );
}

/** Confirms that somebody belongs to an organisation, or takes it away. */
export function useSettleMembership() {
  return useSettling(({ person, organisation, isTrue }: { person: string; organisation: string; isTrue: boolean }) => {
    const path = `/people/${person}/organisations/${organisation}`;
    return isTrue ? api.put(path) : api.delete(path);
  });
}

function useSettling<Wanted>(settle: (wanted: Wanted) => Promise<void>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: settle,
    onSuccess: () => client.invalidateQueries({ queryKey: [queryKeys.pending] }),
  });
}
