import { useQuery } from '@tanstack/react-query';
import type { Printer } from '#libs/contracts';
import { api } from './client.js';
import { queryKeys } from './query-keys.js';

/** @param printer id or slug */
export function usePrinter(printer: string) {
  return useQuery({
    queryKey: [queryKeys.printers, 'one', printer],
    queryFn: ({ signal }) => api.get<Printer>(`/printers/${encodeURIComponent(printer)}`, signal),
    refetchInterval: 30_000,
  });
}
