import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Opening, OpeningChanged, OpeningPreview } from '#libs/contracts';
import { api } from '../../../shared/api/client.js';
import { queryKeys } from '../../../shared/api/query-keys.js';

const pathOf = (hub: string) => `/hubs/${encodeURIComponent(hub)}/opening`;

export function useOpening(hub: string) {
  return useQuery({
    queryKey: [queryKeys.hub, hub, 'opening'],
    queryFn: ({ signal }) => api.get<Opening>(pathOf(hub), signal),
  });
}

function send(hub: string, change: OpeningPreview): Promise<unknown> {
  const path = pathOf(hub);
  if ('week' in change) return api.put(`${path}/week`, change.week);
  if ('seasons' in change) return api.put(`${path}/seasons`, change);
  const { date, ...exception } = change;
  return exception.hours === null
    ? api.delete(`${path}/exceptions/${date}`)
    : api.put(`${path}/exceptions/${date}`, exception);
}

/** One change of the hours, in two steps: first one sees what it does, then it is made. */
export function useHoursChange(hub: string) {
  const client = useQueryClient();
  const preview = useMutation({
    mutationFn: (change: OpeningPreview) => api.post<OpeningChanged>(`${pathOf(hub)}/preview`, change),
  });
  const save = useMutation({
    mutationFn: (change: OpeningPreview) => send(hub, change),
    onSettled: () => {
      for (const key of ['hub', 'bookings', 'availability', 'board', 'printers', 'queue'] as const)
        void client.invalidateQueries({ queryKey: [queryKeys[key]] });
    },
  });
  const forget = () => {
    preview.reset();
    save.reset();
  };
  const make = (onSuccess: () => void) => {
    if (preview.variables !== undefined) save.mutate(preview.variables, { onSuccess });
  };
  const ask = (change: OpeningPreview) => {
    save.reset();
    preview.mutate(change);
  };
  return { preview, save, error: save.error ?? preview.error, ask, make, forget };
}

export type HoursChange = ReturnType<typeof useHoursChange>;
