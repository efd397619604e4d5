import type { Alternative } from '#libs/contracts';
import { BookingFixture } from '../../../../test/support/booking-fixture.js';
import { OfferedSlots } from '../../../../test/support/offered-slots.js';
import { reasonsOf, refusal } from '../../../../test/support/refusal.js';
import type { Asking } from '../booking/asking.js';
import { BookingAttendance } from './booking-attendance.service.js';
import { BookingMover } from './booking-mover.service.js';
import { BookingService } from '../booking/booking.service.js';

let fixture: BookingFixture;
let resident: Asking;
let staff: Asking;
let offered: OfferedSlots;

beforeAll(async () => {
  fixture = await BookingFixture.create();
});
afterAll(() => fixture.close());
beforeEach(async () => {
  await fixture.reset();
  resident = await fixture.aPerson();
  staff = await fixture.aPerson({ staff: true });
  offered = new OfferedSlots(fixture);
});
afterEach(() => offered.restore());

const at = (time: string) => `2026-01-12T${time}:00.000Z`;
const hours = (from: string, to: string) => ({ startsAt: at(from), endsAt: at(to) });
const show = (id: string) => fixture.get(BookingService).get(id, resident);
const attendance = () => fixture.get(BookingAttendance);
const mover = () => fixture.get(BookingMover);
const by = (asking: Asking, bookingId: string, ifMatch?: number[]) => ({ bookingId, asking, ifMatch });
const goTo = (time: string) => fixture.clock.advance((Date.parse(at(time)) - fixture.clock.now().getTime()) / 60_000);

describe('moving', () => {
  it('gives the booking another time, all of it, and offers the old one', async () => {
    const { id } = await fixture.book({}, resident);
    await mover().move(by(resident, id), hours('10:30', '12:00'));
    expect(await show(id)).toMatchObject({ ...hours('10:30', '12:00'), status: 'confirmed', version: 2 });
    expect(await fixture.occupied()).toEqual(['podcast-room 10:30–12:00']);
    expect(offered.list()).toEqual(['podcast-room 10:00–10:30']);
    expect(await fixture.letterNames()).toEqual(['bookingConfirmed', 'bookingMoved']);
    expect(await fixture.actions(id)).toEqual(['booking.create', 'booking.move']);
  });

  it('may go to another unit of the pool, and stays on its own when it can', async () => {
    const { id, resources } = await fixture.book({ pool: 'vr-headset' }, resident);
    await mover().move(by(resident, id), hours('12:00', '13:00'));
    expect((await show(id)).resources).toEqual(resources);
    await fixture.book({ resource: resources[0]?.slug, ...hours('14:00', '15:00') }, await fixture.aPerson());
    await mover().move(by(resident, id), hours('14:00', '15:00'));
    expect((await show(id)).resources).not.toEqual(resources);
    expect((await show(id)).resources).toHaveLength(1);
  });

  it('takes every part of a bundle along, or none', async () => {
    const { id } = await fixture.book({ resources: ['studio', 'podcast-room'] }, resident);
    await fixture.book({ resource: 'camera-kit', ...hours('14:00', '15:00') }, await fixture.aPerson());
    const before = await fixture.occupied();
    const problem = await refusal(mover().move(by(resident, id), hours('14:00', '15:00')));
    expect([problem.code, reasonsOf(problem)]).toEqual(['booking.overlap', ['booking.overlap']]);
    expect(await fixture.occupied()).toEqual(before);
    expect(await show(id)).toMatchObject({ ...hours('10:00', '11:00'), version: 1 });
  });

  it('is refused by every rule of a new booking, with times that would do', async () => {
    const { id } = await fixture.book({}, resident);
    const problem = await refusal(mover().move(by(resident, id), { startsAt: at('19:07'), endsAt: at('19:17') }));
    expect(problem.code).toBe('booking.refused');
    expect(reasonsOf(problem)).toEqual(['booking.too_short', 'booking.off_grid', 'booking.closed']);
    expect(problem.alternatives).not.toEqual([]);
    for (const alternative of problem.alternatives ?? []) await mover().move(by(resident, id), alternative);
  });

  it('does not count the booking against its own person’s limit', async () => {
    await fixture.setPolicy({ maxActivePerPerson: 1 });
    const { id } = await fixture.book({}, resident);
    await mover().move(by(resident, id), hours('15:00', '16:00'));
    expect((await show(id)).startsAt).toBe(at('15:00'));
  });

  it('needs approval again when it grows over the policy’s length', async () => {
    await fixture.setPolicy({ approvalOverMinutes: 60 });
    const { id } = await fixture.book({}, resident);
    await mover().move(by(resident, id), hours('10:00', '11:30'));
    expect((await show(id)).status).toBe('pending');
    expect(await fixture.letterNames()).toEqual(['bookingConfirmed', 'bookingPending']);
    expect(await fixture.newsForStaff()).toMatchObject([{ topic: 'booking_approval' }]);
    // It waits already.
    await mover().move(by(resident, id), hours('10:00', '11:45'));
    expect(await fixture.newsForStaff()).toHaveLength(1);
  });

  it('changes nothing when the time is the same', async () => {
    const { id } = await fixture.book({}, resident);
    await mover().move(by(resident, id), hours('10:00', '11:00'));
    expect((await show(id)).version).toBe(1);
  });

  it('is over at the start', async () => {
    const { id } = await fixture.book({}, resident);
    goTo('10:00');
    await expect(mover().move(by(resident, id), hours('12:00', '13:00'))).rejects.toMatchObject({
      code: 'booking.wrong_state',
    });
  });

  it('and cancelling end as long before the start as the policy says, but not for staff', async () => {
    await fixture.setPolicy({ changeUntilMinutes: 60 });
    const { id } = await fixture.book({}, resident);
    const canCancel = async (asking: Asking) => (await fixture.get(BookingService).get(id, asking)).canCancel;
    expect(await canCancel(resident)).toBe(true);
    goTo('09:30');
    expect([await canCancel(resident), await canCancel(staff)]).toEqual([false, true]);
    const problem = await refusal(mover().move(by(resident, id), hours('12:00', '13:00')));
    expect(reasonsOf(problem)).toEqual(['booking.change_too_late']);
    const cancelled = await refusal(fixture.get(BookingService).cancel(id, resident));
    expect(reasonsOf(cancelled)).toEqual(['booking.change_too_late']);
    await mover().move(by(staff, id), hours('12:00', '13:00'));
    expect((await show(id)).startsAt).toBe(at('12:00'));
  });

  it('of what somebody has changed meanwhile is refused', async () => {
    const { id, version } = await fixture.book({}, resident);
    await mover().move(by(resident, id, [version]), hours('12:00', '13:00'));
    const stale = mover().move(by(resident, id, [version]), hours('14:00', '15:00'));
    await expect(stale).rejects.toMatchObject({ code: 'precondition.failed' });
  });

  it('is for its person and staff alone', async () => {
    const { id } = await fixture.book({}, resident);
    const other = mover().move(by(await fixture.aPerson(), id), hours('12:00', '13:00'));
    await expect(other).rejects.toMatchObject({ code: 'not_found' });
  });

  it('reminds of the new start only', async () => {
    const { id } = await fixture.book(hours('14:00', '15:00'), resident);
    await mover().move(by(resident, id), hours('10:00', '11:00'));
    const [row] = await fixture.database.query<{ at: Date }>(`SELECT next_step_at AS at FROM booking WHERE id = $1`, [
      id,
    ]);
    expect(row?.at.toISOString()).toBe(at('08:00'));
  });
});

describe('extending', () => {
  it('lets a booking in use go on', async () => {
    const { id } = await fixture.book({}, resident);
    goTo('10:00');
    await attendance().checkIn(by(resident, id));
    await mover().extend(by(resident, id), at('12:00'));
    expect(await show(id)).toMatchObject({ ...hours('10:00', '12:00'), status: 'in_use' });
    expect(await fixture.occupied()).toEqual(['podcast-room 10:00–12:00']);
    expect(await fixture.actions(id)).toEqual(['booking.create', 'booking.check-in', 'booking.extend']);
  });

  it('is refused by whoever comes next, with the longest time that would do', async () => {
    const { id } = await fixture.book({}, resident);
    await fixture.book(hours('11:30', '12:00'), await fixture.aPerson());
    goTo('10:00');
    await attendance().checkIn(by(resident, id));
    const problem = await refusal(mover().extend(by(resident, id), at('12:00')));
    expect(problem.code).toBe('booking.overlap');
    const [longest] = problem.alternatives as Alternative[];
    expect(longest).toMatchObject(hours('10:00', '11:30'));
    await mover().extend(by(resident, id), longest?.endsAt ?? '');
    expect((await show(id)).endsAt).toBe(at('11:30'));
  });

  it('keeps whoever has begun on the same unit', async () => {
    const { id, resources } = await fixture.book({ pool: 'vr-headset' }, resident);
    await fixture.book({ resource: resources[0]?.slug, ...hours('11:15', '12:00') }, await fixture.aPerson());
    goTo('10:00');
    await attendance().checkIn(by(resident, id));
    await expect(mover().extend(by(resident, id), at('11:30'))).rejects.toMatchObject({ code: 'booking.overlap' });
  });

  it('over the length that needs approval is not for whoever has begun', async () => {
    await fixture.setPolicy({ approvalOverMinutes: 60 });
    const { id } = await fixture.book({}, resident);
    goTo('10:00');
    await attendance().checkIn(by(resident, id));
    expect(reasonsOf(await refusal(mover().extend(by(resident, id), at('11:30'))))).toEqual([
      'booking.approval_required',
    ]);
    await mover().extend(by(staff, id), at('11:30'));
  });

  it('makes nothing shorter', async () => {
    const { id } = await fixture.book({}, resident);
    await expect(mover().extend(by(resident, id), at('11:00'))).rejects.toMatchObject({ code: 'request.invalid' });
  });
});
