import { useMutation } from '@tanstack/react-query';
import { api } from '../api/client.js';

/** Asks for a one-time code by e-mail. */
export function useRequestCode() {
  return useMutation({ mutationFn: (email: string) => api.post<{ expiresAt: string }>('/auth/codes', { email }) });
}
