import { useQuery } from '@tanstack/react-query';
import type { SignInMethods } from '#libs/contracts';
import { api } from '../api/client.js';
import { queryKeys } from '../api/query-keys.js';

/** The ways to sign in at this hub; they do not change while one looks. */
export function useSignInMethods() {
  return useQuery({
    queryKey: [queryKeys.signInMethods],
    queryFn: ({ signal }) => api.get<SignInMethods>('/auth/methods', signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
}
