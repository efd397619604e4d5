import { queryOptions, useQuery } from '@tanstack/react-query';
import type { Resource } from '#libs/contracts';
import { api } from './client.js';
import { paths } from './paths.js';
import { queryKeys } from './query-keys.js';

export const resourcesQuery = (hub: string | undefined) =>
  queryOptions({
    queryKey: [queryKeys.resources, hub],
    queryFn: ({ signal }) => api.get<{ items: Resource[] }>(paths.resources(hub ?? ''), signal),
    enabled: hub !== undefined,
    staleTime: 60_000,
  });

export const useResources = (hub: string | undefined) => useQuery(resourcesQuery(hub));
