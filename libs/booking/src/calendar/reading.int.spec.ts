import { availabilitySchema, boardSchema, hubSchema, resourceListSchema } from '#libs/contracts';
import { BookingFixture } from '../../../../test/support/booking-fixture.js';
import { AvailabilityService } from './availability.service.js';
import { BoardGroups } from '../hub/board-groups.service.js';
import { BookingService } from '../booking/booking.service.js';
import { HubService } from '../hub/hub.service.js';

let fixture: BookingFixture;

beforeAll(async () => {
  fixture = await BookingFixture.create();
});
afterAll(() => fixture.close());
beforeEach(() => fixture.reset());

const monday = { from: '2026-01-12T00:00:00Z', to: '2026-01-13T00:00:00Z' };
const available = async (query = monday, hub = 'test-hub') =>
  availabilitySchema.parse(await fixture.get(AvailabilityService).availability(hub, query, undefined));

describe('availability', () => {
  it('shows a resource’s free stretches and what occupies it, with cleaning time and without names', async () => {
    await fixture.book({ resource: 'vr-1' }, await fixture.aPerson());
    const { items } = await available();
    expect(items.find((item) => item.resource === 'vr-1')).toEqual({
      resource: 'vr-1',
      freeSlots: [
        { startsAt: '2026-01-12T07:00:00.000Z', endsAt: '2026-01-12T09:45:00.000Z' },
        { startsAt: '2026-01-12T11:15:00.000Z', endsAt: '2026-01-12T18:00:00.000Z' },
      ],
      busy: [{ startsAt: '2026-01-12T10:00:00.000Z', endsAt: '2026-01-12T11:10:00.000Z', kind: 'booking' }],
    });
  });

  it('shows a pool as free while one unit is', async () => {
    for (const unit of ['vr-1', 'vr-2', 'vr-3']) await fixture.book({ resource: unit }, await fixture.aPerson());
    const wholeDay = [{ startsAt: '2026-01-12T07:00:00.000Z', endsAt: '2026-01-12T18:00:00.000Z' }];
    expect((await available()).pools).toEqual([{ pool: 'vr-headset', freeSlots: wholeDay }]);
    await fixture.book({ resource: 'vr-4' }, await fixture.aPerson());
    expect((await available()).pools[0]?.freeSlots).toHaveLength(2);
  });

  it('shows a room as occupied while a part of it is', async () => {
    await fixture.book({ resource: 'camera-kit' }, await fixture.aPerson());
    const studio = (await available()).items.find((item) => item.resource === 'studio');
    expect(studio?.busy).toHaveLength(1);
    expect(studio?.freeSlots).toHaveLength(2);
  });

  it('shows a thing out of order as free only once it is expected back', async () => {
    await fixture.database.query(
      `UPDATE resource SET out_of_order_reason = 'x', out_of_order_until = '2026-01-12T12:00Z' WHERE slug = 'studio'`,
    );
    const studio = (await available()).items.find((item) => item.resource === 'studio');
    expect(studio?.freeSlots).toEqual([{ startsAt: '2026-01-12T12:00:00.000Z', endsAt: '2026-01-12T18:00:00.000Z' }]);
  });

  it('answers for one category when asked for it', async () => {
    const query = { ...monday, category: 'room' as const };
    const { items, pools } = await fixture.get(AvailabilityService).availability('test-hub', query, undefined);
    expect(items.map((item) => item.resource)).toEqual(['studio', 'podcast-room']);
    expect(pools).toEqual([]);
  });

  it('says when the hub is open, by its exceptions, too', async () => {
    await fixture.database.query(`INSERT INTO opening_exception (hub_id, date, hours) VALUES ($1, '2026-01-12', $2)`, [
      fixture.id('hub'),
      JSON.stringify([{ opens: '07:00', closes: '22:00' }]),
    ]);
    const { opening } = await available();
    await fixture.database.query(`TRUNCATE opening_exception`);
    expect(opening).toContainEqual({ startsAt: '2026-01-12T05:00:00.000Z', endsAt: '2026-01-12T20:00:00.000Z' });
  });

  it('refuses an empty range and one of more than 31 days', async () => {
    for (const to of [monday.from, '2026-02-12T00:00:01Z']) {
      await expect(available({ ...monday, to })).rejects.toMatchObject({
        code: 'request.invalid',
        errors: [{ path: 'to' }],
      });
    }
  });
});

describe('hubs', () => {
  it('describe themselves with hours, pools and rules', async () => {
    const hub = hubSchema.parse(await fixture.get(HubService).describe('test-hub', 'sv'));
    expect(hub.openNow).toBe(false);
    expect(hub.opening).toHaveLength(5);
    expect(hub.pools[0]).toMatchObject({ name: 'VR headset sv', resources: ['vr-1', 'vr-2', 'vr-3', 'vr-4'] });
    expect(hub.policies.find((p) => p.category === 'vr-headset')?.policy.bufferAfterMinutes).toBe(10);
    expect(hub.policies.find((p) => p.category === 'room')?.policy.bufferAfterMinutes).toBe(0);
  });

  it('list their resources in the reader’s language, Finnish where it is not written in it', async () => {
    const items = await fixture.get(HubService).resources('test-hub', { category: 'camera' }, 'sv');
    expect(resourceListSchema.parse({ items, nextCursor: null }).items).toEqual([
      expect.objectContaining({ slug: 'camera-kit', name: 'camera-kit fi', parent: 'studio', bookable: true }),
    ]);
    const found = await fixture.get(HubService).resources('test-hub', { q: 'ROOM podcast' }, 'en');
    expect(found.map((resource) => resource.slug)).toEqual(['podcast-room']);
  });

  it('are listed', async () => {
    expect((await fixture.get(HubService).list()).map((hub) => hub.slug)).toContain('test-hub');
  });
});

describe('the kiosk’s picture', () => {
  const picture = async () => (await fixture.get(BoardGroups).picture('test-hub', 'en')).board;

  it('says what is free until when, and what is taken until when', async () => {
    await fixture.book({ resource: 'studio' }, await fixture.aPerson());
    fixture.clock.advance(4 * 60 + 30);
    const board = await picture();
    expect(boardSchema.omit({ printers: true, queueLength: true }).parse(board)).toEqual(board);
    expect(board).toMatchObject({ openNow: true, generatedAt: '2026-01-12T10:30:00.000Z' });
    expect(board.groups.find((group) => group.category === 'room')).toEqual({
      category: 'room',
      name: 'Rooms',
      freeCount: 1,
      items: [
        { slug: 'studio', name: 'studio', status: 'busy', freeUntil: null, freeFrom: '2026-01-12T11:00:00.000Z' },
        {
          slug: 'podcast-room',
          name: 'podcast-room',
          status: 'free',
          freeUntil: '2026-01-12T18:00:00.000Z',
          freeFrom: null,
        },
      ],
    });
  });

  it('says when the hub opens while it is closed', async () => {
    const board = await picture();
    expect(board.openNow).toBe(false);
    expect(board.opening).toHaveLength(2);
    expect(board.groups[0]?.items[0]).toMatchObject({ status: 'closed', freeFrom: '2026-01-12T07:00:00.000Z' });
  });

  it('looks over the weekend for the next time a thing is free', async () => {
    fixture.clock.advance(4 * 24 * 60 + 13 * 60);
    const board = await picture();
    expect(board.generatedAt).toBe('2026-01-16T19:00:00.000Z');
    expect(board.groups[0]?.items[0]?.freeFrom).toBe('2026-01-19T07:00:00.000Z');
  });
});

describe('the number of queries', () => {
  it('does not grow with resources and bookings', async () => {
    const staff = await fixture.aPerson({ staff: true });
    const count = async () => [
      await fixture.countQueries(() => available()),
      await fixture.countQueries(() => fixture.get(BoardGroups).picture('test-hub', 'en')),
      await fixture.countQueries(() => fixture.get(HubService).resources('test-hub', {}, 'en')),
      await fixture.countQueries(() => fixture.get(BookingService).list({}, staff)),
    ];
    const before = await count();
    await fixture.database.query(
      `WITH r AS (
         INSERT INTO resource (hub_id, slug, name, description, category)
         SELECT $1, 'extra-' || n, '{}', '{}', 'computer' FROM generate_series(1, 200) AS n RETURNING id),
       b AS (
         INSERT INTO booking (hub_id, account_id, category, status, starts_at, ends_at, created_at, updated_at)
         SELECT $1, a.id, 'computer', 'confirmed', '2026-01-12T10:00Z', '2026-01-12T11:00Z', now(), now()
         FROM account a LIMIT 1 RETURNING id)
       INSERT INTO allocation (resource_id, during, kind, booking_id)
       SELECT r.id, '[2026-01-12T10:00Z,2026-01-12T11:00Z)', 'booking', b.id FROM r, b`,
      [fixture.id('hub')],
    );
    expect(await count()).toEqual(before);
    expect(before).toEqual([3, 3, 1, 1]);
  });
});
