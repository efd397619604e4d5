import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { KioskCheckedIn, KioskCheckIn } from '#libs/contracts';
import { api } from '../../../shared/api/client.js';
import { queryKeys } from '../../../shared/api/query-keys.js';

/** Checks in by a booking's code; without a connection it fails at once instead of waiting for one. */
export function useKioskCheckIn(hub: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (code: string) => {
      const body: KioskCheckIn = { code };
      const path = `/hubs/${encodeURIComponent(hub)}/kiosk/check-in`;
      return api.post<KioskCheckedIn>(path, body, { signal: AbortSignal.timeout(15_000) });
    },
    // Nobody else at this screen may find out what was done here.
    gcTime: 0,
    networkMode: 'always',
    onSuccess: () => client.invalidateQueries({ queryKey: [queryKeys.board] }),
  });
}
