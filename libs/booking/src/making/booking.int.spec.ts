import { aWish, BookingFixture } from '../../../../test/support/booking-fixture.js';
import type { Asking } from '../booking/asking.js';
import { BookingService } from '../booking/booking.service.js';

let fixture: BookingFixture;
let service: BookingService;
let resident: Asking;

beforeAll(async () => {
  fixture = await BookingFixture.create();
  service = fixture.get(BookingService);
});
afterAll(() => fixture.close());
beforeEach(async () => {
  await fixture.reset();
  resident = await fixture.aPerson();
});

const noon = { startsAt: '2026-01-12T10:00:00Z', endsAt: '2026-01-12T11:00:00Z' };
const afternoon = { startsAt: '2026-01-12T13:00:00Z', endsAt: '2026-01-12T14:00:00Z' };

const codesOf = (reasons: readonly { code: string }[] | undefined) => reasons?.map((reason) => reason.code);

describe('booking', () => {
  it('gives a confirmed booking with its resource', async () => {
    const booking = await fixture.book({ resource: 'studio', purpose: 'recording' }, resident);
    expect(booking).toMatchObject({
      hub: 'test-hub',
      status: 'confirmed',
      title: 'studio',
      pool: null,
      purpose: 'recording',
      canCancel: true,
      startsAt: '2026-01-12T10:00:00.000Z',
    });
    expect(booking.resources.map((resource) => resource.slug)).toEqual(['studio']);
    expect(booking.person).toBeUndefined();
  });

  it('promises a letter in the hub’s time and a record, and notes the first reminder, in the same transaction', async () => {
    const { id } = await fixture.book({ pool: 'vr-headset' }, resident);
    const when = {
      startsAt: '2026-01-12T10:00:00.000Z',
      endsAt: '2026-01-12T11:00:00.000Z',
      timeZone: 'Europe/Helsinki',
    };
    const jobs = await fixture.database.query<{ job_name: string; payload: object; run_at: Date | null }>(
      `SELECT job_name, payload, run_at FROM outbox ORDER BY job_name`,
    );
    expect(jobs).toEqual([
      {
        job_name: 'mail.send',
        payload: expect.objectContaining({
          to: resident.viewer.email,
          template: 'bookingConfirmed',
          params: { title: 'VR headset', hub: 'Test hub', when, checkInCode: { checkInTo: id } },
        }) as object,
        run_at: null,
      },
    ]);
    const audit = await fixture.database.query(`SELECT action FROM audit_entry WHERE subject_id = $1`, [id]);
    expect(audit).toEqual([{ action: 'booking.create' }]);
  });

  it('records each of those who book at the same moment from his or her own session', async () => {
    const people = await Promise.all(Array.from({ length: 4 }, () => fixture.aPerson()));
    const booked = await Promise.all(people.map((person, n) => fixture.book({ resource: `vr-${n + 1}` }, person)));
    const rows = await fixture.database.query<{ id: string; accountId: string; sessionId: string }>(
      `SELECT subject_id AS id, account_id AS "accountId", session_id AS "sessionId" FROM audit_entry
       WHERE subject_id = ANY ($1)`,
      [booked.map(({ id }) => id)],
    );
    const expected = people.map(({ viewer }) => `${viewer.accountId} from ${viewer.sessionId}`);
    expect(rows.map(({ accountId, sessionId }) => `${accountId} from ${sessionId}`).toSorted()).toEqual(
      expected.toSorted(),
    );
  });

  it('gives a pool’s booking the unit that leaves the longest gaps to the others', async () => {
    await fixture.book(
      { resource: 'vr-3', startsAt: '2026-01-12T08:00:00Z', endsAt: '2026-01-12T09:45:00Z' },
      await fixture.aPerson(),
    );
    await fixture.book(
      { resource: 'vr-3', startsAt: '2026-01-12T11:15:00Z', endsAt: '2026-01-12T12:00:00Z' },
      await fixture.aPerson(),
    );
    const booking = await fixture.book({ pool: 'vr-headset' }, resident);
    expect(booking.resources.map((resource) => resource.slug)).toEqual(['vr-3']);
    expect(booking).toMatchObject({ title: 'VR headset', pool: 'vr-headset' });
  });

  it('keeps the cleaning time after a headset’s booking free', async () => {
    await fixture.book({ resource: 'vr-1' }, resident);
    const next = { resource: 'vr-1', startsAt: '2026-01-12T11:00:00Z', endsAt: '2026-01-12T12:00:00Z' };
    await expect(fixture.book(next, await fixture.aPerson())).rejects.toMatchObject({ code: 'booking.overlap' });
    const later = { resource: 'vr-1', startsAt: '2026-01-12T11:15:00Z', endsAt: '2026-01-12T12:00:00Z' };
    expect((await fixture.book(later, await fixture.aPerson())).status).toBe('confirmed');
  });

  it('lists every broken rule, with alternatives that are then accepted', async () => {
    const wish = { resource: 'studio', startsAt: '2026-01-12T19:05:00Z', endsAt: '2026-01-12T19:15:00Z' };
    const refusal = await fixture.book(wish, resident).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: 'booking.refused', status: 422 });
    const { reasons, alternatives } = refusal as { reasons: { code: string }[]; alternatives: (typeof noon)[] };
    expect(codesOf(reasons)).toEqual(['booking.too_short', 'booking.off_grid', 'booking.closed']);
    expect(alternatives).toHaveLength(3);
    const [nearest] = alternatives;
    expect(nearest).toMatchObject({ resource: 'studio', startsAt: '2026-01-12T17:30:00.000Z' });
    const { startsAt, endsAt } = nearest ?? noon;
    expect((await fixture.book({ resource: 'studio', startsAt, endsAt }, resident)).status).toBe('confirmed');
  });

  it('offers other times and another room when a room is taken', async () => {
    await fixture.book({ resource: 'studio' }, await fixture.aPerson());
    const check = await service.check(aWish({ resource: 'studio' }), resident);
    expect(check.allowed).toBe(false);
    expect(codesOf(check.reasons)).toEqual(['booking.overlap']);
    expect(check.alternatives.map((a) => [a.resource, a.startsAt.slice(11, 16)])).toEqual([
      ['studio', '09:00'],
      ['studio', '11:00'],
      ['studio', '08:00'],
      ['podcast-room', '10:00'],
    ]);
  });

  it('refuses a third booking of a kind, and counts it again once one is cancelled', async () => {
    const first = await fixture.book({ resource: 'studio' }, resident);
    await fixture.book({ resource: 'studio', ...afternoon }, resident);
    await expect(fixture.book({ resource: 'podcast-room' }, resident)).rejects.toMatchObject({
      code: 'booking.refused',
      reasons: [{ code: 'booking.too_many_active', params: { maxActive: 2 } }],
      alternatives: [],
    });
    expect((await fixture.book({ pool: 'vr-headset' }, resident)).status).toBe('confirmed');
    await service.cancel(first.id, resident);
    expect((await fixture.book({ resource: 'podcast-room' }, resident)).status).toBe('confirmed');
  });

  it('refuses what is out of order, but not the rest of its pool', async () => {
    await fixture.database.query(`UPDATE resource SET out_of_order_reason = 'lens' WHERE slug IN ('vr-1', 'studio')`);
    await expect(fixture.book({ resource: 'studio' }, resident)).rejects.toMatchObject({
      reasons: [{ code: 'booking.out_of_order' }],
    });
    const booking = await fixture.book({ pool: 'vr-headset' }, resident);
    expect(booking.resources[0]?.slug).toBe('vr-2');
  });

  it('lets staff book beyond the horizon and beyond the limit', async () => {
    const staff = await fixture.aPerson({ staff: true });
    const farAway = { startsAt: '2026-06-01T10:00:00Z', endsAt: '2026-06-01T11:00:00Z' };
    await expect(fixture.book(farAway, resident)).rejects.toMatchObject({
      reasons: [{ code: 'booking.beyond_horizon', params: { horizonDays: 28 } }],
    });
    expect((await fixture.book(farAway, staff)).status).toBe('confirmed');
    expect((await fixture.book(noon, staff)).status).toBe('confirmed');
    expect((await fixture.book(afternoon, staff)).person?.id).toBe(staff.viewer.accountId);
  });

  it('does not know other hubs’ or unknown things', async () => {
    await expect(fixture.book({ resource: 'sauna' }, resident)).rejects.toMatchObject({ code: 'not_found' });
    await expect(fixture.book({ hub: 'nowhere' }, resident)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('refuses times that make no sense with reasons instead of failing', async () => {
    const backwards = { startsAt: noon.endsAt, endsAt: noon.startsAt };
    await expect(fixture.book(backwards, resident)).rejects.toMatchObject({ code: 'booking.refused' });
    const ages = { startsAt: '0001-01-01T00:00:00Z', endsAt: '9999-12-31T23:45:00Z' };
    await expect(fixture.book(ages, resident)).rejects.toMatchObject({ code: 'booking.refused' });
  });
});

describe('a room and its parts', () => {
  it('cannot be booked while its camera kit is booked alone', async () => {
    await fixture.book({ resource: 'camera-kit' }, await fixture.aPerson());
    await expect(fixture.book({ resource: 'studio' }, resident)).rejects.toMatchObject({ code: 'booking.overlap' });
  });

  it('takes its camera kit along, which is not shown as booked', async () => {
    const booking = await fixture.book({ resource: 'studio' }, await fixture.aPerson());
    expect(booking.resources).toHaveLength(1);
    await expect(fixture.book({ resource: 'camera-kit' }, resident)).rejects.toMatchObject({ code: 'booking.overlap' });
  });

  it('is booked with others all or not at all', async () => {
    await fixture.book({ resource: 'podcast-room' }, await fixture.aPerson());
    const bundle = { resources: ['studio', 'podcast-room'] };
    await expect(fixture.book(bundle, resident)).rejects.toMatchObject({ code: 'booking.overlap' });
    const booking = await fixture.book({ ...bundle, ...afternoon }, resident);
    expect(booking.title).toBe('studio, podcast-room');
    const [{ count } = { count: 0 }] = await fixture.database.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM allocation WHERE active`,
    );
    expect(count).toBe(1 + 3);
  });
});

describe('a dry run', () => {
  it('says what booking would say and writes nothing', async () => {
    expect(await service.check(aWish(), resident)).toEqual({ allowed: true, reasons: [], alternatives: [] });
    expect(await fixture.database.query(`SELECT FROM booking`)).toEqual([]);
    expect(await fixture.database.query(`SELECT FROM outbox`)).toEqual([]);
  });
});

describe('cancelling', () => {
  it('frees the time at once and keeps the booking as history', async () => {
    const booking = await fixture.book({ resource: 'studio' }, resident);
    const cancelled = await service.cancel(booking.id, resident);
    expect(cancelled).toMatchObject({ status: 'cancelled', canCancel: false, version: 2 });
    expect(cancelled.resources).toHaveLength(1);
    expect((await fixture.book({ resource: 'studio' }, await fixture.aPerson())).status).toBe('confirmed');
  });

  it('is refused the second time and once the booking has begun', async () => {
    const [first, second] = [await fixture.book(noon, resident), await fixture.book(afternoon, resident)];
    await service.cancel(first.id, resident);
    await expect(service.cancel(first.id, resident)).rejects.toMatchObject({ code: 'booking.wrong_state' });
    fixture.clock.advance(7 * 60);
    await expect(service.cancel(second.id, resident)).rejects.toMatchObject({ code: 'booking.wrong_state' });
  });

  it('is open to staff but not to a stranger, for whom the booking does not exist', async () => {
    const booking = await fixture.book({}, resident);
    const stranger = await fixture.aPerson();
    await expect(service.cancel(booking.id, stranger)).rejects.toMatchObject({ code: 'not_found' });
    await expect(service.get(booking.id, stranger)).rejects.toMatchObject({ code: 'not_found' });
    const staff = await fixture.aPerson({ staff: true });
    expect((await service.cancel(booking.id, staff)).status).toBe('cancelled');
  });
});

describe('lists of bookings', () => {
  it('show residents their own, and staff everybody’s with names', async () => {
    const other = await fixture.aPerson();
    const staff = await fixture.aPerson({ staff: true });
    await fixture.book({ resource: 'studio' }, resident);
    await fixture.book({ resource: 'podcast-room' }, other);
    const own = await service.list({}, resident);
    expect(own.items.map((booking) => booking.title)).toEqual(['studio']);
    const all = await service.list({ hub: 'test-hub' }, staff);
    expect(all.items.map((booking) => booking.person?.displayName)).toEqual(
      expect.arrayContaining([resident.viewer.displayName, other.viewer.displayName]),
    );
    expect((await service.list({ mine: 'true' }, staff)).items).toEqual([]);
  });

  it('narrow by time and state', async () => {
    const first = await fixture.book(noon, resident);
    await fixture.book(afternoon, resident);
    await service.cancel(first.id, resident);
    const ofDay = await service.list({ from: noon.endsAt, to: '2026-01-13T00:00:00Z' }, resident);
    expect(ofDay.items.map((booking) => booking.status)).toEqual(['confirmed']);
    expect((await service.list({ status: 'cancelled' }, resident)).items.map((b) => b.id)).toEqual([first.id]);
  });

  it('continue where the page before ended', async () => {
    await fixture.database.query(
      `INSERT INTO booking (hub_id, account_id, category, status, starts_at, ends_at, created_at, updated_at)
       SELECT $1, $2, 'room', 'completed', day, day + interval '1 hour', day, day
       FROM generate_series('2025-01-01T10:00Z'::timestamptz, '2025-06-01', '1 day') AS day`,
      [fixture.id('hub'), resident.viewer.accountId],
    );
    const first = await service.list({}, resident);
    const second = await service.list({ cursor: first.nextCursor ?? '' }, resident);
    expect([first.items.length, second.items.length, second.nextCursor]).toEqual([100, 51, null]);
    expect(second.items[0]!.startsAt > first.items[99]!.startsAt).toBe(true);
    await expect(service.list({ cursor: 'x' }, resident)).rejects.toMatchObject({ code: 'request.invalid' });
  });
});
