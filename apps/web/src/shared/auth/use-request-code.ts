import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../api/client.js';
import { newestDemoMailAt } from './use-demo-mailbox.js';

export interface SentCode {
  email: string;
  /** On a demo hub, the last mail from before: the code's mail is a later one. */
  lastMailAt: string | null;
}

/** Asks for a one-time code by e-mail. */
export function useRequestCode() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (email: string): Promise<SentCode> => {
      const lastMailAt = await newestDemoMailAt(client, email);
      await api.post<unknown>('/auth/codes', { email });
      return { email, lastMailAt };
    },
  });
}
