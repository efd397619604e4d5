import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Session } from '#libs/contracts';
import { api } from '../../../shared/api/client.js';
import { isProblem } from '../../../shared/api/problem.js';
import { queryKeys } from '../../../shared/api/query-keys.js';

/** Where the signed-in person is signed in, the place last used first. */
export function useSessions(accountId: string) {
  return useQuery({
    queryKey: [queryKeys.sessions, accountId],
    queryFn: async ({ signal }) => (await api.get<{ items: Session[] }>('/me/sessions', signal)).items,
  });
}

/** Ends one of them; one that was over already is as good as ended. */
export function useEndSession() {
  return useEnding(async (sessionId: string) => {
    try {
      await api.delete(`/me/sessions/${sessionId}`);
    } catch (error) {
      if (!isProblem(error, 404)) throw error;
    }
  });
}

/** Ends all of them but the one that asks. */
export function useEndOtherSessions() {
  return useEnding(() => api.delete('/me/sessions'));
}

function useEnding<T>(end: (what: T) => Promise<void>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: end,
    // Not waited for: what was ended may go from the page together with whoever wants to hear of it.
    onSettled: () => void client.invalidateQueries({ queryKey: [queryKeys.sessions] }),
  });
}
