import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { PrintJob } from '#libs/contracts';
import { api } from '../../../shared/api/client.js';
import { queryKeys } from '../../../shared/api/query-keys.js';

export type Verdict =
  | { kind: 'approve' }
  /** The reason goes to the person who sent the print. */
  | { kind: 'request-changes' | 'reject'; reason: string };

export function useReview(printJobId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (verdict: Verdict) =>
      api.post<PrintJob>(
        `/print-jobs/${printJobId}/${verdict.kind}`,
        verdict.kind === 'approve' ? undefined : { reason: verdict.reason },
      ),
    onSettled: () => {
      for (const key of [queryKeys.printJobs, queryKeys.queue]) void client.invalidateQueries({ queryKey: [key] });
    },
  });
}
