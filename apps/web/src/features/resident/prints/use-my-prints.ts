import { useQuery } from '@tanstack/react-query';
import type { PrintJob } from '#libs/contracts';
import { api } from '../../../shared/api/client.js';
import { queryKeys } from '../../../shared/api/query-keys.js';

export function useMyPrints() {
  return useQuery({
    queryKey: [queryKeys.printJobs, 'mine'],
    queryFn: ({ signal }) => api.get<{ items: PrintJob[] }>('/print-jobs?mine=true', signal),
    refetchInterval: 30_000,
  });
}
