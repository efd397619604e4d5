import { AvailabilityService, HubService } from '#libs/booking';
import { BookingFixture } from '../../../../test/support/booking-fixture.js';
import { demoHubSlug, seedDemoHub } from './demo-hub.js';

let fixture: BookingFixture;

beforeAll(async () => {
  fixture = await BookingFixture.create();
  await fixture.database.transaction(seedDemoHub);
});
afterAll(() => fixture.close());

const resources = () => fixture.get(HubService).resources(demoHubSlug, {}, 'sv');

it('the demo hub has its pools, printers, rooms, and the camera kit as a part of the studio', async () => {
  const bySlug = new Map((await resources()).map((resource) => [resource.slug, resource]));
  const slugs = [...bySlug.keys()].join(' ');
  expect(slugs).toBe('vr-1 vr-2 vr-3 vr-4 printer-1 printer-2 printer-3 pc-1 pc-2 pc-3 studio podcast-room camera-kit');
  expect(bySlug.get('camera-kit')).toMatchObject({ parent: 'studio', name: 'Kamerapaket', bookable: true });
  const { pools, policies } = await fixture.get(HubService).describe(demoHubSlug, 'en');
  expect(pools.map((pool) => [pool.slug, pool.resources.length])).toEqual([
    ['pc', 3],
    ['vr-headset', 4],
  ]);
  expect(policies.find((p) => p.category === 'vr-headset')?.policy.bufferAfterMinutes).toBe(10);
  expect(policies.find((p) => p.category === 'printer')?.policy.minAge).toBe(15);
});

it('the demo hub lends its studio for eight hours, with approval when it is for more than four', async () => {
  const [row] = await fixture.database.query(
    `SELECT r.policy FROM resource r JOIN hub h ON h.id = r.hub_id WHERE h.slug = $1 AND r.slug = 'studio'`,
    [demoHubSlug],
  );
  expect(row).toEqual({ policy: { maxDurationMinutes: 480, approvalOverMinutes: 240 } });
});

it('the demo hub is open on weekdays and Saturdays, and closed on Sundays', async () => {
  const days = { from: '2026-01-17T00:00:00Z', to: '2026-01-19T00:00:00Z', category: 'room' as const };
  const { items } = await fixture.get(AvailabilityService).availability(demoHubSlug, days, undefined);
  expect(items.find((item) => item.resource === 'studio')?.freeSlots).toEqual([
    { startsAt: '2026-01-17T08:00:00.000Z', endsAt: '2026-01-17T14:00:00.000Z' },
  ]);
});

it('seeding again neither doubles anything nor undoes what staff have changed', async () => {
  const before = await resources();
  await fixture.database.query(`UPDATE hub SET name = 'Renamed' WHERE slug = $1`, [demoHubSlug]);
  await fixture.database.transaction(seedDemoHub);
  expect(await resources()).toEqual(before);
  expect((await fixture.get(HubService).describe(demoHubSlug, 'fi')).name).toBe('Renamed');
});
