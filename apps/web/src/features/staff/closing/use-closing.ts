import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Closure, ClosureResult, CreateClosure, Impact, OutOfOrder } from '#libs/contracts';
import { api } from '../../../shared/api/client.js';
import { queryKeys } from '../../../shared/api/query-keys.js';

export function useClosures(hub: string) {
  return useQuery({
    queryKey: [queryKeys.hub, hub, 'closures'],
    queryFn: ({ signal }) => api.get<{ items: Closure[] }>(`/hubs/${hub}/closures`, signal),
  });
}

function useChanged(): () => void {
  const client = useQueryClient();
  return () => {
    const { hub, resources, bookings, availability, board, printers } = queryKeys;
    for (const key of [hub, resources, bookings, availability, board, printers])
      void client.invalidateQueries({ queryKey: [key] });
  };
}

/** What closing would do to the bookings, asked before it is done. */
export function useClosurePreview(hub: string) {
  return useMutation({
    mutationFn: (closure: CreateClosure) => api.post<ClosureResult>(`/hubs/${hub}/closures/preview`, closure),
  });
}

export function useCloseHub(hub: string) {
  const onSettled = useChanged();
  return useMutation({
    mutationFn: (closure: CreateClosure) => api.post<ClosureResult>(`/hubs/${hub}/closures`, closure),
    onSettled,
  });
}

export function useLiftClosure(hub: string) {
  const onSettled = useChanged();
  return useMutation({ mutationFn: (id: string) => api.delete(`/hubs/${hub}/closures/${id}`), onSettled });
}

interface Unit {
  hub: string;
  slug: string;
}

export function useOutOfOrderPreview({ hub, slug }: Unit) {
  return useMutation({
    mutationFn: (body: OutOfOrder) => api.post<Impact>(`/hubs/${hub}/resources/${slug}/out-of-order/preview`, body),
  });
}

export function usePutOutOfOrder({ hub, slug }: Unit) {
  const onSettled = useChanged();
  return useMutation({
    mutationFn: (body: OutOfOrder) => api.post<Impact>(`/hubs/${hub}/resources/${slug}/out-of-order`, body),
    onSettled,
  });
}

export function usePutInOrder({ hub, slug }: Unit) {
  const onSettled = useChanged();
  return useMutation({ mutationFn: () => api.post(`/hubs/${hub}/resources/${slug}/in-order`), onSettled });
}
