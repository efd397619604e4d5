import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { StaffNotifications } from '#libs/contracts';
import { api } from '../../../shared/api/client.js';
import { queryKeys } from '../../../shared/api/query-keys.js';

const path = '/me/notifications';

/** What one is told by mail, in each hub one works in. */
export function useNotifications() {
  return useQuery({
    queryKey: [queryKeys.notifications],
    queryFn: ({ signal }) => api.get<{ items: StaffNotifications[] }>(path, signal),
  });
}

export function useChooseNotifications() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ hub, topics }: StaffNotifications) =>
      api.put<StaffNotifications>(`${path}/${encodeURIComponent(hub)}`, { topics }),
    onSettled: () => client.invalidateQueries({ queryKey: [queryKeys.notifications] }),
  });
}
