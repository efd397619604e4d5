import { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './problem.js';

/** A refusal stays a refusal however often one asks; only a lost connection is tried again. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        retry: (failures, error) => failures < 2 && !(error instanceof ApiProblem && error.problem.status < 500),
      },
    },
  });
}
