import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Me, SignIn } from '#libs/contracts';
import { api } from '../api/client.js';
import { queryKeys } from '../api/query-keys.js';

/** Trades the code for a session cookie; afterwards everything is asked again as that person. */
export function useSignIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (signIn: SignIn) => api.post<Me>('/auth/sessions', signIn),
    onSuccess: async () => {
      await client.refetchQueries({ queryKey: [queryKeys.me] });
      void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== queryKeys.me });
    },
  });
}
