import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  AuditEntryView,
  BlockPerson,
  GrantInduction,
  HubRole,
  Person,
  PersonSummary,
  WriteNote,
} from '#libs/contracts';
import { api } from '../../../shared/api/client.js';
import { queryKeys } from '../../../shared/api/query-keys.js';

/** People by a part of their name or by their whole address; nobody is asked for before something is written. */
export function usePeople(q: string) {
  return useQuery({
    queryKey: [queryKeys.people, 'found', q],
    queryFn: ({ signal }) => api.get<{ items: PersonSummary[] }>(`/people?${new URLSearchParams({ q })}`, signal),
    enabled: q.length > 1,
  });
}

/** One person, as the staff of his or her hubs see it. */
export function usePerson(id: string) {
  return useQuery({
    queryKey: [queryKeys.people, id],
    queryFn: ({ signal }) => api.get<Person>(`/people/${encodeURIComponent(id)}`, signal),
  });
}

/** What was done to somebody's account, the newest first. */
export function useRecord(id: string) {
  return useQuery({
    queryKey: [queryKeys.people, id, 'record'],
    queryFn: ({ signal }) => {
      const about = new URLSearchParams({ subjectType: 'account', subjectId: id });
      return api.get<{ items: AuditEntryView[] }>(`/audit?${about}`, signal);
    },
  });
}

type Change =
  | { kind: 'block'; body: BlockPerson }
  | { kind: 'unblock'; block: string }
  | { kind: 'note'; body: WriteNote }
  | { kind: 'forget-note'; note: string }
  | { kind: 'grant'; hub: string; body: GrantInduction }
  | { kind: 'withdraw'; hub: string; induction: string }
  | { kind: 'give-role' | 'take-role'; hub: string; role: HubRole };

/** Everything that staff change of a person. */
export function useChangePerson(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: Change): Promise<unknown> => send(id, change),
    onSettled: () => client.invalidateQueries({ queryKey: [queryKeys.people] }),
  });
}

function send(id: string, change: Change): Promise<unknown> {
  switch (change.kind) {
    case 'block':
      return api.post(`/people/${id}/blocks`, change.body);
    case 'unblock':
      return api.delete(`/people/${id}/blocks/${change.block}`);
    case 'note':
      return api.post(`/people/${id}/notes`, change.body);
    case 'forget-note':
      return api.delete(`/people/${id}/notes/${change.note}`);
    case 'grant':
      return api.post(`/hubs/${change.hub}/inductions`, change.body);
    case 'withdraw':
      return api.delete(`/hubs/${change.hub}/inductions/${change.induction}`);
    case 'give-role':
      return api.put(`/people/${id}/roles/${change.hub}/${change.role}`);
    case 'take-role':
      return api.delete(`/people/${id}/roles/${change.hub}/${change.role}`);
  }
}
