import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Board } from '#libs/contracts';
import { queryKeys } from '../../shared/api/query-keys.js';
import { fetchBoard } from '../../shared/api/use-board.js';

interface Picture {
  board: Board;
  /** When the picture last became newer, in milliseconds on this device's clock. */
  freshAt: number;
}

/** The board for a screen nobody touches: never paused, never given up, asked more often while it fails. */
export function useKioskBoard(hub: string) {
  const client = useQueryClient();
  const queryKey = [queryKeys.board, hub, 'kiosk'];
  return useQuery({
    queryKey,
    queryFn: async ({ signal }): Promise<Picture> => {
      const board = await fetchBoard(hub, AbortSignal.any([signal, AbortSignal.timeout(15_000)]));
      const last = client.getQueryData<Picture>(queryKey);
      // An answer out of some cache is not news: only another `generatedAt` counts.
      const isNews = last?.board.generatedAt !== board.generatedAt;
      return { board, freshAt: isNews ? Date.now() : last.freshAt };
    },
    refetchInterval: ({ state }) => (state.status === 'error' ? 5_000 : 30_000),
    refetchIntervalInBackground: true,
    networkMode: 'always',
    retry: false,
  });
}
