import { useQuery } from '@tanstack/react-query';
import { api } from '../api/client.js';
import { isProblem } from '../api/problem.js';
import { queryKeys } from '../api/query-keys.js';

export interface DemoMail {
  to: string;
  subject: string;
  text: string;
  sentAt: string;
}

async function fetchMailbox(to: string, signal: AbortSignal): Promise<DemoMail[] | null> {
  try {
    return await api.get<DemoMail[]>(`/demo/mailbox?to=${encodeURIComponent(to)}`, signal);
  } catch (error) {
    // A hub that sends real mail has no such address.
    if (isProblem(error, 404)) return null;
    throw error;
  }
}

/** Mails a demo hub would have sent, newest first; null where the hub sends them for real. */
export function useDemoMailbox(to: string) {
  return useQuery({
    queryKey: [queryKeys.demoMailbox, to],
    queryFn: ({ signal }) => fetchMailbox(to, signal),
    refetchInterval: ({ state }) => (state.data === null ? false : 1_500),
    retry: false,
  });
}
