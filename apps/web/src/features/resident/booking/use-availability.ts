import { useQuery } from '@tanstack/react-query';
import type { Availability, Hub } from '#libs/contracts';
import { api } from '../../../shared/api/client.js';
import { queryKeys } from '../../../shared/api/query-keys.js';
import type { Bookable } from './bookable.js';

/** Free stretches from now to as far ahead as it may be booked, of everything of its category. */
export function useAvailability(hub: Hub, { category, policy: { horizonDays } }: Bookable) {
  return useQuery({
    queryKey: [queryKeys.availability, hub.slug, category, horizonDays],
    queryFn: ({ signal }) => {
      const from = new Date();
      const to = new Date(from.getTime() + horizonDays * 86_400_000);
      const search = new URLSearchParams({ from: from.toISOString(), to: to.toISOString(), category });
      return api.get<Availability>(`/hubs/${hub.slug}/availability?${search}`, signal);
    },
  });
}
