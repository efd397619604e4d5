import { useQuery } from '@tanstack/react-query';
import type { PrinterTemperatures } from '#libs/contracts';
import { api } from '../../../shared/api/client.js';
import { queryKeys } from '../../../shared/api/query-keys.js';

const freshMs = 10_000;

/** What is shown before somebody asks for more. */
export const firstHours = 2;

/** The last hours of a printer's heaters; the hub keeps a new point every ten seconds. */
export function useTemperatures(printer: string, hours: number) {
  return useQuery({
    queryKey: [queryKeys.printers, 'temperatures', printer, hours],
    queryFn: ({ signal }) => {
      const from = new Date(Date.now() - hours * 3600_000).toISOString();
      return api.get<PrinterTemperatures>(`/printers/${encodeURIComponent(printer)}/temperatures?from=${from}`, signal);
    },
    refetchInterval: freshMs,
  });
}
