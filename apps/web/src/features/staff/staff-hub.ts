import type { Me } from '#libs/contracts';
import type { HubSummary } from '../../shared/api/use-hubs.js';

/** The hub a person works in: the one the role names (by slug or id), else the first. */
export function staffHub(me: Me, hubs: readonly HubSummary[]): HubSummary | undefined {
  const named = me.roles.find(({ role, hub }) => role !== 'resident' && hub !== null)?.hub;
  return hubs.find(({ slug, id }) => slug === named || id === named) ?? hubs[0];
}

/** The hubs whose administrator somebody is; a role without a hub holds everywhere. */
export function administeredHubs(me: Me, hubs: readonly HubSummary[]): HubSummary[] {
  const named = me.roles.filter(({ role }) => role === 'admin' || role === 'system').map(({ hub }) => hub);
  return hubs.filter(({ slug, id }) => named.includes(null) || named.includes(slug) || named.includes(id));
}
