import { useQuery } from '@tanstack/react-query';
import type { Board } from '#libs/contracts';
import { api } from './client.js';
import { paths } from './paths.js';
import { queryKeys } from './query-keys.js';

export function fetchBoard(hub: string, signal: AbortSignal): Promise<Board> {
  return api.get<Board>(paths.board(hub), signal);
}

/** What is free now and what the printers do; waits until the hub is known. */
export function useBoard(hub: string | undefined) {
  return useQuery({
    queryKey: [queryKeys.board, hub],
    queryFn: ({ signal }) => fetchBoard(hub ?? '', signal),
    enabled: hub !== undefined,
    refetchInterval: 60_000,
  });
}
