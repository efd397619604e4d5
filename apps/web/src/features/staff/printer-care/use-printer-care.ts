import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { CareDone, DueCare, PrinterCare } from '#libs/contracts';
import { api } from '../../../shared/api/client.js';
import { queryKeys } from '../../../shared/api/query-keys.js';

const pathOf = (printer: string) => `/printers/${encodeURIComponent(printer)}/care`;

export function usePrinterCare(printer: string) {
  return useQuery({
    queryKey: [queryKeys.printers, 'care', printer],
    queryFn: ({ signal }) => api.get<PrinterCare>(pathOf(printer), signal),
  });
}

/** What is due at a hub's printers; an interval that runs out is told by no event, so it is asked after as well. */
export function useDueCare(hub: string) {
  return useQuery({
    queryKey: [queryKeys.printers, 'due-care', hub],
    queryFn: ({ signal }) => api.get<DueCare>(`/hubs/${encodeURIComponent(hub)}/due-care`, signal),
    refetchInterval: 60_000,
  });
}

interface NewTask {
  name: string;
  everyHours?: number;
  everyPrints?: number;
  stopsPrinter: boolean;
}

type Change =
  { kind: 'add'; task: NewTask } | { kind: 'done'; id: string; body: CareDone } | { kind: 'retire'; id: string };

/** Everything that staff change of a printer's care. */
export function useChangeCare(printer: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: Change): Promise<unknown> => send(pathOf(printer), change),
    onSettled: () => client.invalidateQueries({ queryKey: [queryKeys.printers] }),
  });
}

function send(path: string, change: Change): Promise<unknown> {
  switch (change.kind) {
    case 'add':
      return api.post(`${path}/tasks`, change.task);
    case 'done':
      return api.post(`${path}/tasks/${change.id}/done`, change.body);
    case 'retire':
      return api.delete(`${path}/tasks/${change.id}`);
  }
}
