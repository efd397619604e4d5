import { useQuery } from '@tanstack/react-query';
import type { OwnDevice } from '#libs/contracts';
import { api } from '../../../shared/api/client.js';
import { isProblem } from '../../../shared/api/problem.js';
import { queryKeys } from '../../../shared/api/query-keys.js';

export const ownDeviceKey = [queryKeys.devices, 'own'];

async function fetchOwnDevice(signal: AbortSignal): Promise<OwnDevice | null> {
  try {
    return await api.get<OwnDevice>('/devices/current', AbortSignal.any([signal, AbortSignal.timeout(15_000)]));
  } catch (error) {
    if (isProblem(error, 401)) return null;
    throw error;
  }
}

/** What this screen is paired as; null when it is not. Asked again and again, which keeps its cookie from growing old. */
export function useOwnDevice(options: { enabled: boolean }) {
  return useQuery({
    queryKey: ownDeviceKey,
    queryFn: ({ signal }) => fetchOwnDevice(signal),
    enabled: options.enabled,
    refetchInterval: ({ state }) => (state.status === 'error' ? 5_000 : 60_000),
    refetchIntervalInBackground: true,
    networkMode: 'always',
    retry: false,
  });
}
