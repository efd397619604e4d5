import { useQuery } from '@tanstack/react-query';
import type { Availability, Category, Hub } from '#libs/contracts';
import { api } from '../../../shared/api/client.js';
import { queryKeys } from '../../../shared/api/query-keys.js';

/** Free stretches from now to the end of the booking horizon, for every unit of a category and for its pools. */
export function useAvailability(hub: Hub, category: Category) {
  const horizonDays = hub.policies.find((each) => each.category === category)?.policy.horizonDays ?? 28;
  return useQuery({
    queryKey: [queryKeys.availability, hub.slug, category],
    queryFn: ({ signal }) => {
      const from = new Date();
      const to = new Date(from.getTime() + horizonDays * 86_400_000);
      const search = new URLSearchParams({ from: from.toISOString(), to: to.toISOString(), category });
      return api.get<Availability>(`/hubs/${hub.slug}/availability?${search}`, signal);
    },
  });
}
