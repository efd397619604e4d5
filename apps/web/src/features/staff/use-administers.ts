import type { HubSummary } from '../../shared/api/use-hubs.js';
import { useMe } from '../../shared/api/use-me.js';
import { administeredHubs } from './staff-hub.js';

/** Whether the reader is an administrator of this hub. */
export function useAdministers(hub: HubSummary): boolean {
  const me = useMe().data;
  return me ? administeredHubs(me, [hub]).length > 0 : false;
}
