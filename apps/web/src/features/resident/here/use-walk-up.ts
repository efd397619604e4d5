import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Booking, WalkUpCheck } from '#libs/contracts';
import { api } from '../../../shared/api/client.js';
import { queryKeys } from '../../../shared/api/query-keys.js';

const pathOf = (hub: string, resource: string) =>
  `/hubs/${encodeURIComponent(hub)}/resources/${encodeURIComponent(resource)}/use-now`;

/** Whether one may use a thing at once, and until when; it changes with what others do. */
export function useWalkUpCheck(hub: string, resource: string) {
  return useQuery({
    queryKey: [queryKeys.board, hub, 'use-now', resource],
    queryFn: ({ signal }) => api.get<WalkUpCheck>(pathOf(hub, resource), signal),
    refetchInterval: 30_000,
  });
}

/** Uses a thing at once; whatever came of it, everything that shows what is free is fetched again. */
export function useWalkUp(hub: string, resource: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (idempotencyKey: string) => api.post<Booking>(pathOf(hub, resource), undefined, { idempotencyKey }),
    onSettled: () => {
      for (const key of [queryKeys.bookings, queryKeys.availability, queryKeys.board])
        void client.invalidateQueries({ queryKey: [key] });
    },
  });
}
