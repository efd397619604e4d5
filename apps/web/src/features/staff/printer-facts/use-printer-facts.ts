import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { PrinterFacts } from '#libs/contracts';
import { api } from '../../../shared/api/client.js';
import { queryKeys } from '../../../shared/api/query-keys.js';

const pathOf = (printer: string) => `/printers/${encodeURIComponent(printer)}/facts`;

export function usePrinterFacts(printer: string) {
  return useQuery({
    queryKey: [queryKeys.printers, 'facts', printer],
    queryFn: ({ signal }) => api.get<PrinterFacts>(pathOf(printer), signal),
  });
}

/** Saves over the version that was read, and over no other. */
export function useSavePrinterFacts(printer: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ version, ...facts }: PrinterFacts) => api.patch<PrinterFacts>(pathOf(printer), facts, { version }),
    onSuccess: () => client.invalidateQueries({ queryKey: [queryKeys.printers] }),
  });
}
