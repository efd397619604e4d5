import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  BookedTime,
  ChangeHub,
  ChangePool,
  ChangeResource,
  CreatePool,
  CreateResource,
  SetUpHub,
} from '#libs/contracts';
import { api } from '../../../shared/api/client.js';
import { queryKeys } from '../../../shared/api/query-keys.js';

const pathOf = (hub: string) => `/hubs/${encodeURIComponent(hub)}`;

/** A hub with all that is in it, as it was entered. */
export function useSetUpHub(hub: string) {
  return useQuery({
    queryKey: [queryKeys.hub, hub, 'setup'],
    queryFn: ({ signal }) => api.get<SetUpHub>(`${pathOf(hub)}/setup`, signal),
  });
}

/** What is still booked of a thing. */
export function useComingBookings(hub: string, resource: string) {
  return useQuery({
    queryKey: [queryKeys.bookings, 'of', hub, resource],
    queryFn: ({ signal }) => api.get<{ items: BookedTime[] }>(`${pathOf(hub)}/resources/${resource}/bookings`, signal),
  });
}

/** One change of what is in a hub, or of the hub itself. */
export type SetUpChange =
  | { kind: 'hub'; change: ChangeHub }
  | { kind: 'add-pool'; pool: CreatePool }
  | { kind: 'pool'; slug: string; change: ChangePool }
  | { kind: 'delete-pool'; slug: string }
  | { kind: 'add-resource'; resource: CreateResource }
  | { kind: 'resource'; slug: string; change: ChangeResource }
  | { kind: 'delete-resource'; slug: string }
  | { kind: 'picture'; slug: string; picture: Blob }
  | { kind: 'delete-picture'; slug: string };

function send(hub: string, change: SetUpChange): Promise<unknown> {
  const path = pathOf(hub);
  switch (change.kind) {
    case 'hub':
      return api.patch(path, change.change);
    case 'add-pool':
      return api.post(`${path}/pools`, change.pool);
    case 'pool':
      return api.patch(`${path}/pools/${change.slug}`, change.change);
    case 'delete-pool':
      return api.delete(`${path}/pools/${change.slug}`);
    case 'add-resource':
      return api.post(`${path}/resources`, change.resource);
    case 'resource':
      return api.patch(`${path}/resources/${change.slug}`, change.change);
    case 'delete-resource':
      return api.delete(`${path}/resources/${change.slug}`);
    case 'picture':
      return api.put(`${path}/resources/${change.slug}/picture`, change.picture);
    case 'delete-picture':
      return api.delete(`${path}/resources/${change.slug}/picture`);
  }
}

export function useChangeSetUp(hub: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: SetUpChange) => send(hub, change),
    onSettled: () => {
      for (const key of ['hubs', 'hub', 'resources', 'bookings', 'availability', 'board', 'printers'] as const)
        void client.invalidateQueries({ queryKey: [queryKeys[key]] });
    },
  });
}
