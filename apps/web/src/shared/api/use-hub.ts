import { queryOptions, useQuery } from '@tanstack/react-query';
import type { Hub } from '#libs/contracts';
import { api } from './client.js';
import { paths } from './paths.js';
import { queryKeys } from './query-keys.js';

/** Waits until the hub is known. */
export const hubQuery = (hub: string | undefined) =>
  queryOptions({
    queryKey: [queryKeys.hub, hub],
    queryFn: ({ signal }) => api.get<Hub>(paths.hub(hub ?? ''), signal),
    enabled: hub !== undefined,
    staleTime: 60_000,
  });

export const useHub = (hub: string | undefined) => useQuery(hubQuery(hub));
