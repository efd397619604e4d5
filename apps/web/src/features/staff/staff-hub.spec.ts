import type { Me } from '#libs/contracts';
import type { HubSummary } from '../../shared/api/use-hubs.js';
import { administeredHubs } from './staff-hub.js';

const hubs = ['lakeside', 'hilltop'].map((slug) => ({ id: `id-of-${slug}`, slug }) as HubSummary);
const slugsFor = (...roles: Me['roles']) => administeredHubs({ roles } as Me, hubs).map(({ slug }) => slug);

describe('administeredHubs', () => {
  it('are the hubs that a role of administrator names, by slug or id', () => {
    expect(slugsFor({ role: 'staff', hub: 'lakeside' }, { role: 'admin', hub: 'hilltop' })).toEqual(['hilltop']);
    expect(slugsFor({ role: 'admin', hub: 'id-of-lakeside' })).toEqual(['lakeside']);
  });

  it('are all hubs when the role names none', () => {
    expect(slugsFor({ role: 'admin', hub: null })).toEqual(['lakeside', 'hilltop']);
    expect(slugsFor({ role: 'system', hub: null })).toEqual(['lakeside', 'hilltop']);
  });

  it('are none for staff', () => {
    expect(slugsFor({ role: 'staff', hub: null }, { role: 'resident', hub: null })).toEqual([]);
  });
});
