import { BookingFixture } from '../../../../test/support/booking-fixture.js';
import { tallyDone } from '../../../../test/support/tally.js';
import type { Asking } from '../booking/asking.js';
import { BookingService } from '../booking/booking.service.js';
import { BookingMover } from './booking-mover.service.js';

let fixture: BookingFixture;
let service: BookingService;
let staff: Asking;

beforeAll(async () => {
  fixture = await BookingFixture.create();
  service = fixture.get(BookingService);
});
afterAll(() => fixture.close());
beforeEach(async () => {
  await fixture.reset();
  staff = await fixture.aPerson({ staff: true });
});

const rounds = [1, 2, 3, 4];
const hours = (from: string, to: string) => ({ startsAt: `2026-01-12T${from}:00Z`, endsAt: `2026-01-12T${to}:00Z` });
const wanted = hours('10:00', '13:00');
const move = (bookingId: string, asking: Asking, time = wanted) =>
  fixture.get(BookingMover).move({ bookingId, asking }, time);
const unitOf = async (id: string) => (await service.get(id, staff)).resources.map((unit) => unit.slug).join();

/** Of four units two are taken, and two are half taken: who wants one from ten to one needs somebody to move. */
async function fragment(): Promise<{ early: string; late: string }> {
  for (const unit of ['vr-3', 'vr-4']) await fixture.book({ resource: unit, ...wanted }, staff);
  const placeholder = await fixture.book({ pool: 'vr-headset', ...hours('10:00', '11:00') }, staff);
  const early = await fixture.book({ pool: 'vr-headset', ...hours('10:00', '11:00') }, staff);
  const late = await fixture.book({ pool: 'vr-headset', ...hours('12:00', '13:00') }, staff);
  await service.cancel(placeholder.id, staff);
  expect(await unitOf(early.id)).not.toBe(await unitOf(late.id));
  return { early: early.id, late: late.id };
}

/** Somebody's own booking of the afternoon. */
async function aLaterBooking(): Promise<{ id: string; asking: Asking }> {
  const asking = await fixture.aPerson();
  const { id } = await fixture.book({ pool: 'vr-headset', ...hours('14:00', '17:00') }, asking);
  return { id, asking };
}

/** Bookings that do not have exactly one unit for all of their time. */
function brokenBookings(): Promise<{ id: string }[]> {
  return fixture.database.query(
    `SELECT b.id FROM booking b LEFT JOIN allocation a ON a.booking_id = b.id AND a.active
     WHERE b.status = 'confirmed' GROUP BY b.id
     HAVING count(a.id) <> 1 OR bool_or(NOT tstzrange(b.starts_at, b.ends_at) <@ a.during)`,
  );
}

describe('moving a booking to a time of a full pool', () => {
  it('has others change units when that makes room, and records it', async () => {
    const { early, late } = await fragment();
    const { id, asking } = await aLaterBooking();
    const versions = async () => (await service.get(early, staff)).version + (await service.get(late, staff)).version;
    const before = await versions();
    await move(id, asking);
    expect((await service.get(id, asking)).startsAt).toBe('2026-01-12T10:00:00.000Z');
    expect(await versions()).toBe(before + 1);
    expect(await unitOf(early)).toBe(await unitOf(late));
    expect(await brokenBookings()).toEqual([]);
    const records = await fixture.database.query<{ account_id: string }>(
      `SELECT account_id FROM audit_entry WHERE action = 'booking.reassign' AND subject_id = ANY($1)`,
      [[early, late]],
    );
    expect(records).toEqual([{ account_id: asking.viewer.accountId }]);
  });

  it('does not count the booking’s own time', async () => {
    const { early, late } = await fragment();
    const asking = await fixture.aPerson();
    const { id } = await fixture.book({ pool: 'vr-headset', ...hours('11:15', '11:45') }, asking);
    await move(id, asking);
    expect(await unitOf(early)).toBe(await unitOf(late));
    expect(await brokenBookings()).toEqual([]);
  });

  it('is refused, and changes nothing, when no change of units helps', async () => {
    await fragment();
    await fixture.book({ resource: 'vr-1', ...hours('11:15', '11:45') }, staff);
    await fixture.book({ resource: 'vr-2', ...hours('11:15', '11:45') }, staff);
    const { id, asking } = await aLaterBooking();
    await expect(move(id, asking)).rejects.toMatchObject({ code: 'booking.overlap' });
    expect(await service.get(id, asking)).toMatchObject({ version: 1, startsAt: '2026-01-12T14:00:00.000Z' });
    expect(await brokenBookings()).toEqual([]);
  });
});

describe('the room that a change of units makes', () => {
  it('goes to exactly one of many who move there at once', async () => {
    for (const round of rounds) {
      await fixture.reset();
      await fragment();
      const movers = [await aLaterBooking(), await aLaterBooking(), await aLaterBooking(), await aLaterBooking()];
      const answers = await tallyDone(movers.map(({ id, asking }) => move(id, asking)));
      expect([round, answers]).toEqual([round, { done: 1, 'booking.overlap': 3 }]);
      expect(await brokenBookings()).toEqual([]);
    }
  });

  it('goes to a move or to new bookings, never to both', async () => {
    for (const round of rounds) {
      await fixture.reset();
      await fragment();
      const { id, asking } = await aLaterBooking();
      const others = await fixture.people(3);
      const books = others.map((other) => () => fixture.book({ pool: 'vr-headset', ...wanted }, other));
      const all = round % 2 === 0 ? [() => move(id, asking), ...books] : [...books, () => move(id, asking)];
      const answers = await tallyDone(all.map((run) => run()));
      expect([round, answers]).toEqual([round, { done: 1, 'booking.overlap': 3 }]);
      expect(await brokenBookings()).toEqual([]);
    }
  });
});
