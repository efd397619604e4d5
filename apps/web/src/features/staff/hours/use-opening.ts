import { useState } from 'react';
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

function send(hub: string, change: OpeningPreview, over: { version: number }): Promise<unknown> {
  const path = pathOf(hub);
  if ('week' in change) return api.put(`${path}/week`, change.week, over);
  if ('seasons' in change) return api.put(`${path}/seasons`, change, over);
  const { date, ...exception } = change;
  return exception.hours === null
    ? api.delete(`${path}/exceptions/${date}`, over)
    : api.put(`${path}/exceptions/${date}`, exception, over);
}

/**
 * One change of the hours, in two steps: first one sees what it does, then it is made.
 * @param opening the hours as they are when the change is begun: over others nothing is tried and nothing is saved
 */
export function useHoursChange(hub: string, opening: Opening) {
  const client = useQueryClient();
  const [{ version }] = useState(opening);
  const preview = useMutation({
    mutationFn: (change: OpeningPreview) => api.post<OpeningChanged>(`${pathOf(hub)}/preview`, change, { version }),
  });
  const save = useMutation({
    mutationFn: (change: OpeningPreview) => send(hub, change, { version }),
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
  const reload = () => void client.invalidateQueries({ queryKey: [queryKeys.hub, hub, 'opening'] });
  return { preview, save, error: save.error ?? preview.error, ask, make, forget, reload };
}

export type HoursChange = ReturnType<typeof useHoursChange>;
