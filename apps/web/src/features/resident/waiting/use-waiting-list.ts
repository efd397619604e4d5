import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Booking, JoinWaitingList, WaitingEntry } from '#libs/contracts';
import { api, newIdempotencyKey } from '../../../shared/api/client.js';
import { queryKeys } from '../../../shared/api/query-keys.js';

/** What the reader stands in line for. Its key begins like that of bookings: what changes those changes this. */
export function useWaitingList() {
  return useQuery({
    queryKey: [queryKeys.bookings, 'waiting'],
    queryFn: ({ signal }) => api.get<{ items: WaitingEntry[] }>('/waiting-list?mine=true', signal),
  });
}

function useSettled(): () => void {
  const client = useQueryClient();
  return () => {
    for (const key of [queryKeys.bookings, queryKeys.availability]) void client.invalidateQueries({ queryKey: [key] });
  };
}

export function useJoinWaitingList() {
  const onSettled = useSettled();
  return useMutation({
    mutationFn: (wish: JoinWaitingList) =>
      api.post<WaitingEntry>('/waiting-list', wish, { idempotencyKey: newIdempotencyKey() }),
    onSettled,
  });
}

/** Takes what was offered, or gives up one's place. */
export function useAnswerWaiting(entryId: string) {
  const onSettled = useSettled();
  return useMutation({
    mutationFn: async (answer: 'accept' | 'leave') => {
      if (answer === 'accept') await api.post<Booking>(`/waiting-list/${entryId}/accept`);
      else await api.delete(`/waiting-list/${entryId}`);
    },
    onSettled,
  });
}
