import type { Problem } from '#libs/platform';
import { BookingFixture } from '../../../../test/support/booking-fixture.js';
import { OfferedSlots } from '../../../../test/support/offered-slots.js';
import { reasonsOf, refusal } from '../../../../test/support/refusal.js';
import type { Asking } from '../booking/asking.js';
import { BookingService } from '../booking/booking.service.js';
import { SeriesService } from '../series/series.service.js';
import { BookingMover } from './booking-mover.service.js';

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
const ten = hours('10:00', '11:00');
const show = (id: string) => fixture.get(BookingService).get(id, staff);
const move = (id: string, resource: string, time = ten, asking = staff) =>
  fixture.get(BookingMover).move({ bookingId: id, asking }, { ...time, resource });
const slugsOf = async (id: string) => (await show(id)).resources.map(({ slug }) => slug);

describe('giving a booking another thing', () => {
  it('takes that thing in the place of the first, which is offered to others, and the person is told', async () => {
    const { id } = await fixture.book({ resource: 'podcast-room', ...ten }, resident);
    await move(id, 'studio');
    expect(await show(id)).toMatchObject({ ...ten, title: 'studio', pool: null, status: 'confirmed', version: 2 });
    expect(await fixture.occupied()).toEqual(['camera-kit 10:00–11:00', 'studio 10:00–11:00']);
    expect(offered.list()).toEqual(['podcast-room 10:00–11:00']);
    expect(await fixture.letterNames()).toEqual(['bookingConfirmed', 'bookingMoved']);
    const [letter] = await fixture.database.query<{ title: string }>(
      `SELECT payload -> 'params' ->> 'title' AS title FROM outbox WHERE payload ->> 'template' = 'bookingMoved'`,
    );
    expect(letter?.title).toBe('studio');
    const [entry] = await fixture.database.query<{ details: unknown }>(
      `SELECT details FROM audit_entry WHERE action = 'booking.move' AND subject_id = $1`,
      [id],
    );
    expect(entry?.details).toMatchObject({ resource: 'studio' });
  });

  it('may give it another time as well, and is refused by every rule of a new one', async () => {
    const { id } = await fixture.book({ resource: 'podcast-room', ...ten }, resident);
    await fixture.book({ resource: 'studio', ...hours('12:00', '13:00') }, await fixture.aPerson());
    const taken = await refusal(move(id, 'studio', hours('12:00', '13:00')));
    expect([taken.code, reasonsOf(taken)]).toEqual(['booking.overlap', ['booking.overlap']]);
    const late = await refusal(move(id, 'studio', hours('19:07', '19:17')));
    expect(reasonsOf(late)).toEqual(['booking.too_short', 'booking.off_grid', 'booking.closed']);
    expect((await refusal(move(id, 'nothing'))).code).toBe('not_found');
    expect(await show(id)).toMatchObject({ ...ten, title: 'podcast-room', version: 1 });
    await move(id, 'studio', hours('13:00', '14:00'));
    expect(await show(id)).toMatchObject({ ...hours('13:00', '14:00'), title: 'studio' });
  });

  it('leaves a booking of a pool one of the pool on another unit, and none of it elsewhere', async () => {
    const { id } = await fixture.book({ pool: 'vr-headset', ...ten }, resident);
    const [first] = await slugsOf(id);
    const other = first === 'vr-2' ? 'vr-1' : 'vr-2';
    await move(id, other);
    expect([(await show(id)).pool, await slugsOf(id)]).toEqual(['vr-headset', [other]]);
    await move(id, 'studio');
    expect([(await show(id)).pool, await slugsOf(id)]).toEqual([null, ['studio']]);
    const [row] = await fixture.database.query(`SELECT category FROM booking WHERE id = $1`, [id]);
    expect(row).toEqual({ category: 'room' });
    await move(id, other);
    expect((await show(id)).pool).toBeNull();
  });

  it('has the planner of prints look again when it is a printer', async () => {
    const { id } = await fixture.book({ resource: 'podcast-room', ...ten }, resident);
    await move(id, 'printer-1');
    const planned = await fixture.database.query(`SELECT FROM outbox WHERE job_name = 'print.plan'`);
    expect(planned).not.toEqual([]);
  });

  it('changes nothing when it has that thing at that time', async () => {
    const { id } = await fixture.book({ resource: 'podcast-room', ...ten }, resident);
    await move(id, 'podcast-room');
    expect((await show(id)).version).toBe(1);
  });

  it('is done by staff alone', async () => {
    const { id } = await fixture.book({ resource: 'podcast-room', ...ten }, resident);
    expect((await refusal(move(id, 'studio', ten, resident))).code).toBe('auth.forbidden');
    // What is booked may be named by whoever booked it.
    await move(id, 'podcast-room', hours('12:00', '13:00'), resident);
    expect(await show(id)).toMatchObject(hours('12:00', '13:00'));
  });

  it('is not done to several things that were booked together, nor to a date of a series', async () => {
    const { id } = await fixture.book({ resources: ['podcast-room', 'camera-kit'], ...ten }, resident);
    expect((await refusal(move(id, 'studio'))).errors?.[0]?.path).toBe('resource');
    const series = { hub: 'test-hub', rrule: 'FREQ=DAILY;COUNT=2', startsAt: '2026-01-12T15:00', durationMinutes: 60 };
    const made = (target: { resource: string } | { pool: string }) =>
      fixture.get(SeriesService).create({ ...series, ...target, mode: 'all_or_nothing' }, staff);
    const [date] = (await made({ resource: 'podcast-room' })).instances;
    expect((await refusal(move(date!.bookingId, 'studio', hours('13:00', '14:00')))).errors?.[0]?.path).toBe(
      'resource',
    );
    const [headset] = (await made({ pool: 'vr-headset' })).instances;
    const other = headset!.resources[0] === 'vr-2' ? 'vr-1' : 'vr-2';
    await move(headset!.bookingId, other, hours('13:00', '14:00'));
    expect(await slugsOf(headset!.bookingId)).toEqual([other]);
  });

  it('lets exactly one of many have it', async () => {
    const ids: string[] = [];
    for (const resource of ['vr-1', 'vr-2', 'podcast-room'])
      ids.push((await fixture.book({ resource, ...ten }, await fixture.aPerson())).id);
    const moves = await Promise.allSettled(ids.map((id) => move(id, 'studio')));
    expect(moves.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const lost = moves.flatMap((each) => (each.status === 'rejected' ? [(each.reason as Problem).code] : []));
    expect(lost).toEqual(['booking.overlap', 'booking.overlap']);
    expect((await fixture.occupied()).filter((line) => line.startsWith('studio'))).toHaveLength(1);
  });
});
