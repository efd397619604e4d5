import { useInfiniteQuery } from '@tanstack/react-query';
import type { AuditEntryView } from '#libs/contracts';
import { api } from '../../../shared/api/client.js';
import { queryKeys } from '../../../shared/api/query-keys.js';

interface Page {
  items: AuditEntryView[];
  nextCursor: string | null;
}

/**
 * What was done in a hub, the newest first, a page at a time.
 * @param subjectType undefined for everything
 */
export function useHubRecord(hub: string, subjectType: string | undefined) {
  return useInfiniteQuery({
    queryKey: [queryKeys.record, hub, subjectType],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => {
      const wanted = { hub, ...(subjectType && { subjectType }), ...(pageParam && { cursor: pageParam }) };
      return api.get<Page>(`/audit?${new URLSearchParams(wanted)}`, signal);
    },
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
}
