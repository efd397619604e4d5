import type { PolicyChange } from '#libs/contracts';
import { BookingFixture } from '../../../../test/support/booking-fixture.js';
import type { Asking } from '../booking/asking.js';
import { ClosureService } from '../closing/closure.service.js';
import { OutOfOrderService } from '../closing/out-of-order.service.js';
import { BookingAttendance } from '../life/booking-attendance.service.js';
import { BookingLifecycle } from '../life/booking-lifecycle.service.js';
import { BookingMover } from '../life/booking-mover.service.js';
import { OpeningService } from '../opening/opening.service.js';
import { PolicyService } from '../policy/policy.service.js';
import { SeriesChanges } from '../series/series-change.service.js';
import { SeriesService } from '../series/series.service.js';
import { WaitingListService } from './waiting-list.service.js';

let fixture: BookingFixture;
let admin: Asking;

beforeAll(async () => {
  fixture = await BookingFixture.create();
});
afterAll(() => fixture.close());
beforeEach(async () => {
  await fixture.reset();
  await fixture.database.query(`TRUNCATE opening_exception`);
  const { viewer, locale } = await fixture.aPerson({ staff: true });
  const roles = (['staff', 'admin'] as const).map((role) => ({ role, hubId: fixture.id('hub'), hub: 'test-hub' }));
  admin = { viewer: { ...viewer, roles }, locale };
});

const resource = 'podcast-room';
const at = (time: string) => `2026-01-12T${time}:00Z`;
const hours = (from: string, to: string) => ({ startsAt: at(from), endsAt: at(to) });
const goTo = (time: string) => fixture.clock.advance((Date.parse(at(time)) - fixture.clock.now().getTime()) / 60_000);
const thing = { hub: 'test-hub', resource };
const open = (closes: string) => ({ date: '2026-01-12', hours: [{ opens: '09:00', closes }] });
const setDate = (closes: string) => fixture.get(OpeningService).setException('test-hub', open(closes), admin);
const setRules = (fields: PolicyChange) =>
  fixture.get(PolicyService).change('test-hub', { scope: 'hub', target: 'test-hub', fields, keep: true }, admin);
const putOut = (until?: string) =>
  fixture.get(OutOfOrderService).putOut(thing, { reason: 'x', until }, { asking: admin, isPreview: false });
const move = (bookingId: string, from: string, to: string) =>
  fixture.get(BookingMover).move({ bookingId, asking: admin }, hours(from, to));

async function aSeries(): Promise<{ seriesId: string; bookingId: string }> {
  const wanted = { rrule: 'FREQ=DAILY;COUNT=2', startsAt: '2026-01-12T12:00', durationMinutes: 60 };
  const series = await fixture.get(SeriesService).create({ ...thing, ...wanted, mode: 'all_or_nothing' }, admin);
  return { seriesId: series.id, bookingId: series.instances[0]?.bookingId ?? '' };
}

/** Somebody who waits, and whether it is for nothing so far. */
async function waiting(from: string, to: string) {
  const asking = await fixture.aPerson();
  const list = fixture.get(WaitingListService);
  const entry = await list.join({ ...thing, from: at(from), to: at(to), durationMinutes: 60 }, asking);
  expect(entry.status).toBe('waiting');
  return async () => (await list.list({ mine: 'true' }, asking))[0];
}

describe('whoever waits is offered what becomes free because', () => {
  it('the hub opens for longer', async () => {
    const entry = await waiting('18:00', '19:00');
    await setDate('21:00');
    expect(await entry()).toMatchObject({ status: 'offered', offer: { startsAt: '2026-01-12T18:00:00.000Z' } });
  });

  it('a shorter buffer is asked for', async () => {
    await setRules({ bufferAfterMinutes: 15 });
    await fixture.book(hours('11:00', '12:00'), admin);
    const entry = await waiting('10:00', '11:00');
    await setRules({ bufferAfterMinutes: 0 });
    expect((await entry())?.status).toBe('offered');
  });

  it('a thing is back earlier than was thought', async () => {
    await putOut(at('16:00'));
    const entry = await waiting('14:00', '15:00');
    await putOut(at('14:00'));
    expect((await entry())?.status).toBe('offered');
  });

  it('a thing works again', async () => {
    await putOut();
    const entry = await waiting('14:00', '15:00');
    await fixture.get(OutOfOrderService).putIn(thing, admin);
    expect((await entry())?.status).toBe('offered');
  });

  it('a closure is lifted', async () => {
    const closures = fixture.get(ClosureService);
    const wanted = { from: at('09:00'), to: at('17:00'), reason: 'x' };
    const { closure } = await closures.close('test-hub', wanted, { asking: admin, isPreview: false });
    const entry = await waiting('14:00', '15:00');
    await closures.lift('test-hub', closure.id, admin);
    expect((await entry())?.status).toBe('offered');
  });

  it('somebody leaves early', async () => {
    const { id } = await fixture.book(hours('10:00', '13:00'), admin);
    const entry = await waiting('12:00', '13:00');
    goTo('10:00');
    const request = { bookingId: id, asking: admin };
    await fixture.get(BookingAttendance).checkIn(request);
    goTo('11:00');
    await fixture.get(BookingAttendance).checkOut(request);
    expect((await entry())?.status).toBe('offered');
  });

  it('somebody does not come', async () => {
    const { id } = await fixture.book(hours('10:00', '13:00'), admin);
    const entry = await waiting('12:00', '13:00');
    goTo('10:20');
    await fixture.get(BookingLifecycle).advance({ bookingId: id });
    expect((await entry())?.status).toBe('offered');
  });

  it('a booking is made shorter', async () => {
    const { id } = await fixture.book(hours('10:00', '13:00'), admin);
    const entry = await waiting('12:00', '13:00');
    await move(id, '10:00', '12:00');
    expect((await entry())?.status).toBe('offered');
  });

  it('a booking is moved', async () => {
    const { id } = await fixture.book(hours('12:00', '13:00'), admin);
    const entry = await waiting('12:00', '13:00');
    await move(id, '15:00', '16:00');
    expect((await entry())?.status).toBe('offered');
  });

  it('a date of a series is cancelled', async () => {
    const { seriesId, bookingId } = await aSeries();
    const entry = await waiting('10:00', '11:00');
    const change = { action: 'cancel' as const };
    await fixture.get(SeriesChanges).apply({ seriesId, bookingId, scope: 'one', change }, admin.viewer);
    expect((await entry())?.status).toBe('offered');
  });

  it('a series is moved', async () => {
    const { seriesId, bookingId } = await aSeries();
    const entry = await waiting('10:00', '11:00');
    const change = { action: 'move' as const, startsAt: '2026-01-12T15:00' };
    await fixture.get(SeriesChanges).apply({ seriesId, bookingId, scope: 'all', change }, admin.viewer);
    expect((await entry())?.status).toBe('offered');
  });
});

it('nobody is offered what a preview of an earlier return would free', async () => {
  await putOut(at('16:00'));
  const entry = await waiting('14:00', '15:00');
  const until = at('14:00');
  await fixture.get(OutOfOrderService).putOut(thing, { reason: 'x', until }, { asking: admin, isPreview: true });
  expect((await entry())?.status).toBe('waiting');
});
