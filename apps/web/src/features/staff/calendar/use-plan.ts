import { useQuery } from '@tanstack/react-query';
import type { Availability, Booking } from '#libs/contracts';
import { api } from '../../../shared/api/client.js';
import { queryKeys } from '../../../shared/api/query-keys.js';

interface Page {
  items: Booking[];
  nextCursor: string | null;
}

/** Every booking of a hub that touches a time, page after page. */
export function usePlannedBookings(hub: string, from: string, to: string) {
  return useQuery({
    queryKey: [queryKeys.bookings, 'plan', hub, from, to],
    queryFn: async ({ signal }) => {
      const items: Booking[] = [];
      let cursor: string | null = null;
      do {
        const search = new URLSearchParams({ hub, from, to, ...(cursor !== null && { cursor }) });
        const page: Page = await api.get<Page>(`/bookings?${search}`, signal);
        items.push(...page.items);
        cursor = page.nextCursor;
      } while (cursor !== null);
      return items;
    },
    refetchInterval: 60_000,
  });
}

/** What else takes the things: prints, workshops, maintenance. */
export function useBusyTimes(hub: string, from: string, to: string) {
  return useQuery({
    queryKey: [queryKeys.availability, 'plan', hub, from, to],
    queryFn: ({ signal }) =>
      api.get<Availability>(`/hubs/${hub}/availability?${new URLSearchParams({ from, to })}`, signal),
    refetchInterval: 60_000,
  });
}
