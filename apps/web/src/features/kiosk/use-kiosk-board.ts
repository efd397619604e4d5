import { useRef } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { Board } from '#libs/contracts';
import { queryKeys } from '../../shared/api/query-keys.js';
import { fetchBoard } from '../../shared/api/use-board.js';

interface KioskBoardState {
  /** The last picture that came; kept whatever happens to the network. */
  board: Board | undefined;
  /** When the picture last became newer, in milliseconds on this device's clock. */
  freshAt: number;
  failed: boolean;
}

/** The board for a screen nobody touches: never paused, never given up, asked more often while it fails. */
export function useKioskBoard(hub: string): KioskBoardState {
  const newest = useRef({ generatedAt: '', freshAt: 0 });
  const query = useQuery({
    queryKey: [queryKeys.board, hub],
    queryFn: ({ signal }) => fetchBoard(hub, AbortSignal.any([signal, AbortSignal.timeout(15_000)])),
    refetchInterval: ({ state }) => (state.status === 'error' ? 5_000 : 30_000),
    refetchIntervalInBackground: true,
    networkMode: 'always',
    retry: false,
  });
  // An answer out of some cache is not news: only a later `generatedAt` counts.
  if (query.data && query.data.generatedAt > newest.current.generatedAt) {
    newest.current = { generatedAt: query.data.generatedAt, freshAt: query.dataUpdatedAt };
  }
  return { board: query.data, freshAt: newest.current.freshAt, failed: query.isError };
}
