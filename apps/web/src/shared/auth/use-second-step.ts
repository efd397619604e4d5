import { startAuthentication, type PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/browser';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Me } from '#libs/contracts';
import { api } from '../api/client.js';
import { queryKeys } from '../api/query-keys.js';

const path = '/auth/second-factor';

export type Proof = { method: 'passkey' } | { method: 'totp' | 'recovery'; code: string };

async function showPasskey(): Promise<Me> {
  const optionsJSON = await api.post<PublicKeyCredentialRequestOptionsJSON>(`${path}/passkey/options`);
  return api.post<Me>(`${path}/passkey`, { credential: await startAuthentication({ optionsJSON }) });
}

/** Shows a second factor; afterwards everything is asked again as that person. */
export function useSecondStep(onSignedIn: (me: Me) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (proof: Proof) =>
      proof.method === 'passkey' ? showPasskey() : api.post<Me>(`${path}/${proof.method}`, { code: proof.code }),
    // Here and not at the call: the form is gone as soon as it is known who signed in.
    onSuccess: (me) => {
      client.setQueryData([queryKeys.me], me);
      onSignedIn(me);
      void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== queryKeys.me });
    },
    // The session may have ended meanwhile.
    onError: () => client.invalidateQueries({ queryKey: [queryKeys.me] }),
  });
}
