import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  ChangeSpool,
  CreateSpool,
  FilamentOverview,
  LoadSpool,
  Spool,
  SpoolChange,
  SpoolmanImported,
  WeighSpool,
} from '#libs/contracts';
import { api } from '../../../shared/api/client.js';
import { queryKeys } from '../../../shared/api/query-keys.js';

const pathOf = (hub: string) => `/hubs/${encodeURIComponent(hub)}`;

// Everything below the printers' key is fetched again when a spool or a print changes.
export function useSpools(hub: string, { archived = false } = {}) {
  const query = archived ? '?archived=true' : '';
  return useQuery({
    queryKey: [queryKeys.printers, 'spools', hub, { archived }],
    queryFn: ({ signal }) => api.get<{ items: Spool[] }>(`${pathOf(hub)}/spools${query}`, signal),
    placeholderData: (known) => known,
  });
}

export function useSpool(hub: string, number: string) {
  return useQuery({
    queryKey: [queryKeys.printers, 'spool', hub, number],
    queryFn: ({ signal }) => api.get<Spool>(`${pathOf(hub)}/spools/${encodeURIComponent(number)}`, signal),
  });
}

/** What took from a spool and gave to it, newest first. */
export function useSpoolHistory({ hub, number }: Spool) {
  return useQuery({
    queryKey: [queryKeys.printers, 'spool-history', hub, number],
    queryFn: ({ signal }) => api.get<{ items: SpoolChange[] }>(`${pathOf(hub)}/spools/${number}/history`, signal),
  });
}

/** What is low, and which prints wait for filament. */
export function useFilamentOverview(hub: string) {
  return useQuery({
    queryKey: [queryKeys.printers, 'filament', hub],
    queryFn: ({ signal }) => api.get<FilamentOverview>(`${pathOf(hub)}/filament`, signal),
    refetchInterval: 60_000,
  });
}

/** Only what has been filled in. */
export type SpoolDraft = Pick<CreateSpool, 'material'> & Partial<CreateSpool>;

export type SpoolAct =
  { kind: 'load'; body: LoadSpool } | { kind: 'weigh'; body: WeighSpool } | { kind: 'unload' | 'archive' | 'restore' };

function useChange<Change, Answer>(send: (change: Change) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSettled: () => client.invalidateQueries({ queryKey: [queryKeys.printers] }),
  });
}

export function useAddSpool(hub: string) {
  return useChange((draft: SpoolDraft) => api.post<Spool>(`${pathOf(hub)}/spools`, draft));
}

export function useChangeSpool({ hub, number }: Spool) {
  return useChange((changes: ChangeSpool) => api.patch<Spool>(`${pathOf(hub)}/spools/${number}`, changes));
}

export function useSpoolAct({ hub, number }: Spool) {
  const path = `${pathOf(hub)}/spools/${number}`;
  return useChange((act: SpoolAct) => api.post<Spool>(`${path}/${act.kind}`, 'body' in act ? act.body : undefined));
}

export function useImportSpools(hub: string) {
  return useChange((spools: unknown) => api.post<SpoolmanImported>(`${pathOf(hub)}/spoolman`, spools));
}

/** Where the hub's spools can be downloaded as Spoolman gives them. */
export const exportAddress = (hub: string) => `/api/v1${pathOf(hub)}/spoolman`;
