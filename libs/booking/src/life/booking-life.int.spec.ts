import { BookingFixture } from '../../../../test/support/booking-fixture.js';
import { OfferedSlots } from '../../../../test/support/offered-slots.js';
import { reasonsOf, refusal } from '../../../../test/support/refusal.js';
import type { Asking } from '../booking/asking.js';
import { BookingApproval } from './booking-approval.service.js';
import { BookingAttendance } from './booking-attendance.service.js';
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
const approval = () => fixture.get(BookingApproval);
const attendance = () => fixture.get(BookingAttendance);
const by = (asking: Asking, bookingId: string, ifMatch?: number[]) => ({ bookingId, asking, ifMatch });
const goTo = (time: string) => fixture.clock.advance((Date.parse(at(time)) - fixture.clock.now().getTime()) / 60_000);

describe('confirming', () => {
  it('makes a booking of a hold, and writes to its person', async () => {
    const { id } = await fixture.book({ hold: true }, resident);
    await approval().confirm(by(resident, id));
    expect(await show(id)).toMatchObject({ status: 'confirmed', expiresAt: null, version: 2 });
    expect(await fixture.letterNames()).toEqual(['bookingConfirmed']);
    expect(await fixture.actions(id)).toEqual(['booking.hold', 'booking.confirm']);
  });

  it('asks for approval where the policy does', async () => {
    await fixture.setPolicy({ approvalOverMinutes: 30 });
    const { id } = await fixture.book({ hold: true }, resident);
    await approval().confirm(by(resident, id));
    expect((await show(id)).status).toBe('pending');
    expect(await fixture.letterNames()).toEqual(['bookingPending']);
    expect(await fixture.newsForStaff()).toMatchObject([
      { topic: 'booking_approval', causedBy: resident.viewer.accountId },
    ]);
  });

  it('comes too late once the minutes are over, even before the hold was cleared away', async () => {
    const { id } = await fixture.book({ hold: true }, resident);
    fixture.clock.advance(10);
    await expect(approval().confirm(by(resident, id))).rejects.toMatchObject({ code: 'booking.wrong_state' });
  });

  it('is for its person and staff alone', async () => {
    const { id } = await fixture.book({ hold: true }, resident);
    const other = await fixture.aPerson();
    await expect(approval().confirm(by(other, id))).rejects.toMatchObject({ code: 'not_found' });
    await approval().confirm(by(staff, id));
    expect((await show(id)).status).toBe('confirmed');
  });
});

describe('a booking over the policy’s length', () => {
  beforeEach(() => fixture.setPolicy({ approvalOverMinutes: 45 }));

  it('waits for staff and keeps the time meanwhile', async () => {
    const { status } = await fixture.book({}, resident);
    expect(status).toBe('pending');
    expect(await fixture.newsForStaff()).toMatchObject([
      { topic: 'booking_approval', causedBy: resident.viewer.accountId },
    ]);
    await expect(fixture.book({}, await fixture.aPerson())).rejects.toMatchObject({ code: 'booking.overlap' });
  });

  it('of staff waits for nobody', async () => {
    expect((await fixture.book({}, staff)).status).toBe('confirmed');
    expect(await fixture.newsForStaff()).toEqual([]);
  });

  it('is confirmed when staff approve it', async () => {
    const { id } = await fixture.book({}, resident);
    await approval().approve(by(staff, id));
    expect(await show(id)).toMatchObject({ status: 'confirmed', version: 2 });
    expect(await fixture.letterNames()).toEqual(['bookingPending', 'bookingConfirmed']);
    expect(await fixture.actions(id)).toEqual(['booking.create', 'booking.approve']);
  });

  it('lets go of the time when staff decline it, and its person reads why', async () => {
    const { id } = await fixture.book({}, resident);
    await approval().decline(by(staff, id), 'Studiossa on silloin kuvaus');
    expect(await show(id)).toMatchObject({ status: 'declined', declineReason: 'Studiossa on silloin kuvaus' });
    expect(await fixture.occupied()).toEqual([]);
    expect(offered.list()).toEqual(['podcast-room 10:00–11:00']);
    const [, letter] = await fixture.letters();
    expect(letter).toMatchObject({ template: 'bookingDeclined', params: { reason: 'Studiossa on silloin kuvaus' } });
  });

  it('is not for its own person to approve', async () => {
    const { id } = await fixture.book({}, resident);
    await expect(approval().approve(by(resident, id))).rejects.toMatchObject({ code: 'auth.forbidden' });
    await expect(approval().decline(by(resident, id), 'no')).rejects.toMatchObject({ code: 'auth.forbidden' });
  });
});

describe('checking in', () => {
  it('opens a quarter of an hour before the start', async () => {
    const { id } = await fixture.book({}, resident);
    goTo('09:44');
    expect(reasonsOf(await refusal(attendance().checkIn(by(resident, id))))).toEqual(['booking.check_in_too_early']);
    goTo('09:45');
    await attendance().checkIn(by(resident, id));
    expect(await show(id)).toMatchObject({ status: 'in_use', checkedInAt: at('09:45'), version: 2 });
  });

  it('is possible late, as long as the time has not been let go, and not after the end', async () => {
    const late = await fixture.book({}, resident);
    const over = await fixture.book({ resource: 'studio' }, resident);
    goTo('10:50');
    await attendance().checkIn(by(resident, late.id));
    goTo('11:00');
    await expect(attendance().checkIn(by(resident, over.id))).rejects.toMatchObject({ code: 'booking.wrong_state' });
  });

  it('counts once', async () => {
    const { id } = await fixture.book({}, resident);
    goTo('10:00');
    await attendance().checkIn(by(resident, id));
    await expect(attendance().checkIn(by(staff, id))).rejects.toMatchObject({ code: 'booking.wrong_state' });
  });
});

describe('checking out', () => {
  it('frees the rest of the time, save what cleaning takes', async () => {
    const { id } = await fixture.book({ resource: 'vr-1', ...hours('10:00', '12:00') }, resident);
    goTo('10:00');
    await attendance().checkIn(by(resident, id));
    goTo('10:40');
    await attendance().checkOut(by(resident, id));
    expect(await show(id)).toMatchObject({ ...hours('10:00', '10:40'), status: 'completed' });
    expect(await fixture.occupied()).toEqual(['vr-1 10:00–10:50']);
    expect(offered.list()).toEqual(['vr-1 10:50–12:10']);
  });

  it('before the start lets go of everything but the cleaning', async () => {
    const { id } = await fixture.book({}, resident);
    goTo('09:50');
    await attendance().checkIn(by(resident, id));
    await attendance().checkOut(by(resident, id));
    expect(await show(id)).toMatchObject({ ...hours('10:00', '11:00'), status: 'completed' });
    expect(await fixture.occupied()).toEqual([]);
    expect(offered.list()).toEqual(['podcast-room 10:00–11:00']);
  });

  it('is for what is in use', async () => {
    const { id } = await fixture.book({}, resident);
    await expect(attendance().checkOut(by(resident, id))).rejects.toMatchObject({ code: 'booking.wrong_state' });
  });
});

describe('cancelling', () => {
  it('offers the time, and says whose doing it was', async () => {
    const own = await fixture.book({}, resident);
    const other = await fixture.book({ resource: 'vr-1' }, resident);
    await fixture.get(BookingService).cancel(own.id, resident);
    await fixture.get(BookingService).cancel(other.id, staff);
    expect(offered.list()).toEqual(['podcast-room 10:00–11:00', 'vr-1 10:00–11:10']);
    expect((await fixture.letterNames()).slice(2)).toEqual(['bookingCancelled', 'bookingCancelledByStaff']);
  });

  it('a hold tells nobody', async () => {
    const { id } = await fixture.book({ hold: true }, resident);
    await fixture.get(BookingService).cancel(id, resident);
    expect((await show(id)).status).toBe('cancelled');
    expect(await fixture.letterNames()).toEqual([]);
  });
});
