import { useQuery } from '@tanstack/react-query';
import type { Accessibility } from '#libs/contracts';
import { api } from '../../shared/api/client.js';
import { queryKeys } from '../../shared/api/query-keys.js';

export function useAccessibility() {
  return useQuery({
    queryKey: [queryKeys.accessibility],
    queryFn: ({ signal }) => api.get<Accessibility>('/accessibility', signal),
    staleTime: Infinity,
  });
}
