import { useEffect } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { OwnDevice, Pairing, PairingAnswer } from '#libs/contracts';
import { api } from '../../../shared/api/client.js';
import { ApiProblem, isProblem } from '../../../shared/api/problem.js';
import { queryKeys } from '../../../shared/api/query-keys.js';

type Claim = OwnDevice | 'pending' | 'over';

/** A screen that nobody touches never gives up: slower where the server asks for patience. */
const again = (error: Error | null) => (error instanceof ApiProblem ? 30_000 : 5_000);
const pollMilliseconds = 3_000;
const unattended = { refetchIntervalInBackground: true, networkMode: 'always', retry: false, gcTime: 0 } as const;
const withinTime = (signal: AbortSignal) => ({ signal: AbortSignal.any([signal, AbortSignal.timeout(15_000)]) });

async function claim({ pairingId, pollToken }: Pairing, signal: AbortSignal): Promise<Claim> {
  try {
    const body = { pollToken, keep: 'cookie' };
    const answer = await api.post<PairingAnswer>(`/devices/pairings/${pairingId}/claim`, body, withinTime(signal));
    return answer.status === 'paired' ? answer.device : 'pending';
  } catch (error) {
    // Expired, or so long ago that the server has forgotten it.
    if (isProblem(error, 410) || isProblem(error, 404)) return 'over';
    throw error;
  }
}

/**
 * Asks for a code and after it, and for the next one when it has expired.
 * @param isWanted false while it is not known whether the screen is paired already
 */
export function usePairing(isWanted: boolean): { code?: string | undefined; device?: OwnDevice; error: Error | null } {
  const asked = useQuery({
    ...unattended,
    queryKey: [queryKeys.pairing],
    queryFn: ({ signal }) => api.post<Pairing>('/devices/pairings', { kind: 'kiosk' }, withinTime(signal)),
    enabled: isWanted,
    staleTime: Infinity,
    refetchInterval: ({ state }) => state.status === 'error' && again(state.error),
  });
  const pairing = asked.data;
  const claimed = useQuery({
    ...unattended,
    queryKey: [queryKeys.pairing, pairing?.pairingId],
    queryFn: ({ signal }) => (pairing === undefined ? ('pending' as const) : claim(pairing, signal)),
    enabled: pairing !== undefined,
    refetchInterval: ({ state }) => {
      if (state.status === 'error') return again(state.error);
      return state.data === undefined || state.data === 'pending' ? pollMilliseconds : false;
    },
  });
  const isOver = claimed.data === 'over';
  const { refetch } = asked;
  useEffect(() => {
    if (isOver) void refetch();
  }, [isOver, refetch]);
  return {
    code: isOver ? undefined : pairing?.code,
    ...(typeof claimed.data === 'object' && { device: claimed.data }),
    error: asked.error ?? claimed.error,
  };
}
