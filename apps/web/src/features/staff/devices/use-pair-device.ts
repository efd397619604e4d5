import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Device, PairDevice } from '#libs/contracts';
import { api } from '../../../shared/api/client.js';
import { queryKeys } from '../../../shared/api/query-keys.js';
import { devicesOf } from './use-devices.js';

export function usePairDevice(hub: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (device: PairDevice) => api.post<Device>(devicesOf(hub), device),
    onSuccess: () => client.invalidateQueries({ queryKey: [queryKeys.devices] }),
  });
}
