import { BookingFixture } from '../../../../test/support/booking-fixture.js';
import { tallyDone } from '../../../../test/support/tally.js';
import type { Asking } from '../booking/asking.js';
import { BookingApproval } from './booking-approval.service.js';
import { BookingAttendance } from './booking-attendance.service.js';
import { BookingLifecycle } from './booking-lifecycle.service.js';
import { BookingMover } from './booking-mover.service.js';
import { BookingService } from '../booking/booking.service.js';

let fixture: BookingFixture;
let staff: Asking;

beforeAll(async () => {
  fixture = await BookingFixture.create();
});
afterAll(() => fixture.close());
beforeEach(async () => {
  await fixture.reset();
  staff = await fixture.aPerson({ staff: true });
});

const rounds = [1, 2, 3, 4, 5, 6, 7, 8];
const at = (time: string) => `2026-01-12T${time}:00.000Z`;
const hours = (from: string, to: string) => ({ startsAt: at(from), endsAt: at(to) });
const goTo = (time: string) => fixture.clock.advance((Date.parse(at(time)) - fixture.clock.now().getTime()) / 60_000);
const statusOf = async (id: string) => (await fixture.get(BookingService).get(id, staff)).status;

/** The end of each booking's record. */
async function lastActions(id: string): Promise<string[]> {
  const rows = await fixture.database.query<{ action: string }>(
    `SELECT action FROM audit_entry WHERE subject_id = $1 ORDER BY id`,
    [id],
  );
  return rows.slice(1).map(({ action }) => action);
}

async function activeRows(): Promise<number> {
  const [row] = await fixture.database.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM allocation WHERE active`,
  );
  return row?.count ?? 0;
}

describe('moves that meet', () => {
  it('give one time to exactly one of twenty bookings; the others keep theirs', async () => {
    const people = await fixture.people(20);
    const days = Array.from({ length: 20 }, (_, i) => new Date(Date.parse(at('08:00')) + (i + 1) * 86_400_000));
    const open = days.filter((day) => ![0, 6].includes(day.getUTCDay()));
    const made = await Promise.all(
      open.map(async (day, i) => {
        const times = { startsAt: day.toISOString(), endsAt: new Date(day.getTime() + 3_600_000).toISOString() };
        const asking = people[i] as Asking;
        return { asking, ...(await fixture.book(times, asking)) };
      }),
    );
    const target = hours('12:00', '13:00');
    const answers = made.map(({ asking, id }) => fixture.get(BookingMover).move({ bookingId: id, asking }, target));
    expect(await tallyDone(answers)).toEqual({ done: 1, 'booking.overlap': made.length - 1 });
    expect(await activeRows()).toBe(made.length);
  });

  it('of two bookings to each other’s time leave both whole', async () => {
    const [first, second] = await fixture.people(2);
    const a = await fixture.book(hours('10:00', '11:00'), first as Asking);
    const b = await fixture.book(hours('12:00', '13:00'), second as Asking);
    const answers = await tallyDone([
      fixture.get(BookingMover).move({ bookingId: a.id, asking: first as Asking }, hours('12:00', '13:00')),
      fixture.get(BookingMover).move({ bookingId: b.id, asking: second as Asking }, hours('10:00', '11:00')),
    ]);
    expect(Object.keys(answers).every((answer) => ['done', 'booking.overlap'].includes(answer))).toBe(true);
    expect(await activeRows()).toBe(2);
  });

  it('of one booking by If-Match change it once', async () => {
    const asking = await fixture.aPerson();
    const { id, version } = await fixture.book({}, asking);
    const starts = ['12:00', '13:00', '14:00', '15:00', '16:00'];
    const answers = starts.map((start) =>
      fixture
        .get(BookingMover)
        .move({ bookingId: id, asking, ifMatch: [version] }, hours(start, start.replace(':00', ':30'))),
    );
    expect(await tallyDone(answers)).toEqual({ done: 1, 'precondition.failed': 4 });
  });

  it('let a new booking or a move have the time, never both', async () => {
    for (const round of rounds) {
      await fixture.reset();
      const [mover, other] = await fixture.people(2);
      const { id } = await fixture.book({}, mover as Asking);
      const wanted = hours('12:00', '13:00');
      const move = () => fixture.get(BookingMover).move({ bookingId: id, asking: mover as Asking }, wanted);
      const book = () => fixture.book(wanted, other as Asking);
      const answers = await tallyDone(round % 2 === 0 ? [move(), book()] : [book(), move()]);
      expect(answers).toEqual({ done: 1, 'booking.overlap': 1 });
    }
  });
});

it('approving and declining at once: exactly one happens', async () => {
  for (const round of rounds) {
    await fixture.reset();
    await fixture.setPolicy({ approvalOverMinutes: 0 });
    const asking = await fixture.aPerson();
    const { id } = await fixture.book({}, asking);
    const approve = () => fixture.get(BookingApproval).approve({ bookingId: id, asking: staff });
    const decline = () => fixture.get(BookingApproval).decline({ bookingId: id, asking: staff }, 'no');
    const answers = await tallyDone(round % 2 === 0 ? [approve(), decline()] : [decline(), approve()]);
    expect(answers).toEqual({ done: 1, 'booking.wrong_state': 1 });
    expect(await lastActions(id)).toHaveLength(1);
    expect(await activeRows()).toBe((await statusOf(id)) === 'confirmed' ? 1 : 0);
  }
});

it('approving and the person’s cancelling at once end in one state with one record each', async () => {
  for (const round of rounds) {
    await fixture.reset();
    await fixture.setPolicy({ approvalOverMinutes: 0 });
    const asking = await fixture.aPerson();
    const { id } = await fixture.book({}, asking);
    const approve = () => fixture.get(BookingApproval).approve({ bookingId: id, asking: staff });
    const cancel = () => fixture.get(BookingService).cancel(id, asking);
    await tallyDone(round % 2 === 0 ? [approve(), cancel()] : [cancel(), approve()]);
    // A confirmed booking may still be cancelled; a cancelled one is never approved.
    expect(await statusOf(id)).toBe('cancelled');
    expect([['booking.cancel'], ['booking.approve', 'booking.cancel']]).toContainEqual(await lastActions(id));
    expect(await activeRows()).toBe(0);
  }
});

it('approving and cancelling what both have read as pending: exactly one happens', async () => {
  for (const round of rounds) {
    await fixture.reset();
    await fixture.setPolicy({ approvalOverMinutes: 0 });
    const asking = await fixture.aPerson();
    const { id, version } = await fixture.book({}, asking);
    const ifMatch = [version];
    const approve = () => fixture.get(BookingApproval).approve({ bookingId: id, asking: staff, ifMatch });
    const cancel = () => fixture.get(BookingService).cancel(id, asking, ifMatch);
    const answers = await tallyDone(round % 2 === 0 ? [approve(), cancel()] : [cancel(), approve()]);
    expect(answers).toEqual({ done: 1, 'precondition.failed': 1 });
    expect(await lastActions(id)).toHaveLength(1);
  }
});

it('checking in against the release of a no-show: exactly one happens', async () => {
  for (const round of rounds) {
    await fixture.reset();
    const asking = await fixture.aPerson();
    const { id } = await fixture.book({}, asking);
    goTo('10:15');
    const checkIn = () => fixture.get(BookingAttendance).checkIn({ bookingId: id, asking });
    const release = () => fixture.get(BookingLifecycle).advance({ bookingId: id });
    await tallyDone(round % 2 === 0 ? [checkIn(), release()] : [release(), checkIn()]);
    const status = await statusOf(id);
    expect(await lastActions(id)).toEqual([status === 'in_use' ? 'booking.check-in' : 'booking.release']);
    expect(await activeRows()).toBe(status === 'in_use' ? 1 : 0);
  }
});

it('extending against a new booking of the next hour: exactly one gets it', async () => {
  for (const round of rounds) {
    await fixture.reset();
    const [user, other] = await fixture.people(2);
    const { id } = await fixture.book({}, user as Asking);
    goTo('10:00');
    await fixture.get(BookingAttendance).checkIn({ bookingId: id, asking: user as Asking });
    const extend = () => fixture.get(BookingMover).extend({ bookingId: id, asking: user as Asking }, at('12:00'));
    const book = () => fixture.book(hours('11:00', '12:00'), other as Asking);
    const answers = await tallyDone(round % 2 === 0 ? [extend(), book()] : [book(), extend()]);
    expect(answers).toEqual({ done: 1, 'booking.overlap': 1 });
  }
});
