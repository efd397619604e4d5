import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../api/client.js';
import { queryKeys } from '../api/query-keys.js';

export type PrinterCommandName = 'pause' | 'resume' | 'cancel' | 'clear-plate';

/** Asks a printer to do something; that it did so is told by its state later. */
export function usePrinterCommand(printer: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (command: PrinterCommandName) =>
      api.post<unknown>(`/printers/${encodeURIComponent(printer)}/${command}`),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: [queryKeys.printers] }),
        client.invalidateQueries({ queryKey: [queryKeys.board] }),
      ]),
  });
}
