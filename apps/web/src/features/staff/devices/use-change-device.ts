import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Device } from '#libs/contracts';
import { api } from '../../../shared/api/client.js';
import { queryKeys } from '../../../shared/api/query-keys.js';
import { devicesOf } from './use-devices.js';

export type DeviceChange = { kind: 'rename'; name: string } | { kind: 'remove' };

export function useChangeDevice({ hub, id }: Device) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (change: DeviceChange): Promise<void> => {
      const path = `${devicesOf(hub)}/${id}`;
      if (change.kind === 'remove') return api.delete(path);
      await api.patch<Device>(path, { name: change.name });
    },
    onSettled: () => client.invalidateQueries({ queryKey: [queryKeys.devices] }),
  });
}
