import { queryOptions, useQuery } from '@tanstack/react-query';
import type { Hub } from '#libs/contracts';
import { api } from './client.js';
import { paths } from './paths.js';
import { queryKeys } from './query-keys.js';

export type HubSummary = Pick<Hub, 'id' | 'slug' | 'name' | 'address' | 'timeZone' | 'languages'>;

export const hubsQuery = queryOptions({
  queryKey: [queryKeys.hubs],
  queryFn: ({ signal }) => api.get<{ items: HubSummary[] }>(paths.hubs, signal),
  staleTime: 600_000,
});

export const useHubs = () => useQuery(hubsQuery);

/** The zone in which a hub's times are shown; Finland's until the hubs are known. */
export function useHubZone(hub: string | undefined): string {
  const hubs = useHubs();
  return hubs.data?.items.find(({ slug }) => slug === hub)?.timeZone ?? 'Europe/Helsinki';
}
