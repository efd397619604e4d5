import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { PrintJob } from '#libs/contracts';
import { api } from '../../../shared/api/client.js';
import { queryKeys } from '../../../shared/api/query-keys.js';

export type Verdict =
  | { kind: 'approve' }
  /** The reason goes to the person who sent the print. */
  | { kind: 'request-changes' | 'reject'; reason: string };

/** A verdict on the version of the print that was looked at. */
export function useReview({ id, version }: Pick<PrintJob, 'id' | 'version'>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (verdict: Verdict) =>
      api.post<PrintJob>(
        `/print-jobs/${id}/${verdict.kind}`,
        verdict.kind === 'approve' ? undefined : { reason: verdict.reason },
        { version },
      ),
    onSettled: () => {
      for (const key of [queryKeys.printJobs, queryKeys.queue]) void client.invalidateQueries({ queryKey: [key] });
    },
  });
}
