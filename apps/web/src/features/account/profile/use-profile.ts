import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Organisation, OrganisationKind, Profile } from '#libs/contracts';
import { api } from '../../../shared/api/client.js';
import { queryKeys } from '../../../shared/api/query-keys.js';

const key = [queryKeys.me, 'profile'];

/** What one has told of oneself. */
export function useProfile() {
  return useQuery({
    queryKey: key,
    queryFn: ({ signal }) => api.get<Profile>('/me', signal),
    // Whoever signs in next on this screen must not see it.
    gcTime: 0,
  });
}

export function useOrganisations(q: string) {
  return useQuery({
    queryKey: [queryKeys.organisations, q],
    queryFn: ({ signal }) => api.get<{ items: Organisation[] }>(`/organisations?q=${encodeURIComponent(q)}`, signal),
    enabled: q !== '',
  });
}

/** Says that one belongs to it. */
export function useJoinOrganisation() {
  return useChange((id: string) => api.put(`/me/organisations/${id}`));
}

export function useLeaveOrganisation() {
  return useChange((id: string) => api.delete(`/me/organisations/${id}`));
}

/** Adds one that nobody has named yet, and belongs to it. */
export function useAddOrganisation() {
  return useChange((organisation: { name: string; kind: OrganisationKind }) =>
    api.post<Organisation>('/organisations', organisation),
  );
}

function useChange<Wanted, Answer>(change: (wanted: Wanted) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () => client.invalidateQueries({ queryKey: key }),
  });
}
