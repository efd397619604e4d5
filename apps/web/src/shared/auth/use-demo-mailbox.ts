import { useQuery, type QueryClient } from '@tanstack/react-query';
import { api } from '../api/client.js';
import { isProblem } from '../api/problem.js';
import { queryKeys } from '../api/query-keys.js';

interface DemoMail {
  to: string;
  subject: string;
  text: string;
  sentAt: string;
}

/** Asked first of all, to learn whether this is a demo hub. */
export const demoResident = 'asukas@digikeskus.example';

async function fetchMailbox(to: string, signal?: AbortSignal): Promise<DemoMail[] | null> {
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

/** When the newest mail to a person was sent, on a demo hub; null when there is none, or no demo. */
export async function newestDemoMailAt(client: QueryClient, to: string): Promise<string | null> {
  const isDemo = client.getQueryData([queryKeys.demoMailbox, demoResident]);
  if (!isDemo) return null;
  const mails = await fetchMailbox(to);
  return mails?.[0]?.sentAt ?? null;
}
