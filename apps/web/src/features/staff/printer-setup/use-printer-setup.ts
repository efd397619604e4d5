import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { BridgeSummary, PrinterSetup, SetUpPrinter } from '#libs/contracts';
import { api } from '../../../shared/api/client.js';
import { queryKeys } from '../../../shared/api/query-keys.js';

const printerPath = (printer: string) => `/printers/${encodeURIComponent(printer)}`;
const hubPath = (hub: string) => `/hubs/${encodeURIComponent(hub)}`;

export function useBridges(hub: string) {
  return useQuery({
    queryKey: [queryKeys.printers, 'bridges', hub],
    queryFn: ({ signal }) => api.get<{ items: BridgeSummary[] }>(`${hubPath(hub)}/bridges`, signal),
  });
}

/** While the bridge looks at the printer, its answer is asked after as well. */
export function usePrinterSetup(printer: string) {
  return useQuery({
    queryKey: [queryKeys.printers, 'setup', printer],
    queryFn: ({ signal }) => api.get<PrinterSetup>(`${printerPath(printer)}/setup`, signal),
    refetchInterval: ({ state }) => (state.data?.isBeingTested ? 2000 : false),
  });
}

function useChange<Change>(send: (change: Change) => Promise<unknown>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSettled: () => client.invalidateQueries({ queryKey: [queryKeys.printers] }),
  });
}

export function useTestPrinter(printer: string) {
  return useChange(() => api.post(`${printerPath(printer)}/test`));
}

export function useSetUpPrinter(hub: string) {
  return useChange(({ slug, setup }: { slug: string; setup: SetUpPrinter }) =>
    api.put(`${hubPath(hub)}${printerPath(slug)}`, setup),
  );
}

export function useTakeOffPrinter(hub: string) {
  return useChange((slug: string) => api.delete(`${hubPath(hub)}${printerPath(slug)}`));
}
