import { BookingFixture } from '../../../../test/support/booking-fixture.js';
import { endOf, refusal } from '../../../../test/support/refusal.js';
import type { Asking } from '../booking/asking.js';
import { BookingService } from '../booking/booking.service.js';
import { KioskCheckIn } from './kiosk-check-in.service.js';

let fixture: BookingFixture;
let resident: Asking;

beforeAll(async () => {
  fixture = await BookingFixture.create();
});
afterAll(() => fixture.close());
beforeEach(async () => {
  await fixture.reset();
  resident = await fixture.aPerson();
});

const at = (time: string) => `2026-01-12T${time}:00.000Z`;
const show = (id: string, by = resident) => fixture.get(BookingService).get(id, by);
const unknown = 'booking.check_in_code_unknown';

function goTo(time: string): void {
  fixture.clock.advance((Date.parse(at(time)) - fixture.clock.now().getTime()) / 60_000);
}

async function enter(code: string | undefined, hub = 'hub') {
  const service = fixture.get(KioskCheckIn);
  const booking = await service.find(fixture.id(hub), code ?? '');
  return service.checkIn(booking, { kiosk: 'Aula', locale: 'en' });
}

describe('the code of a booking', () => {
  it('is for its person alone, until it is checked in', async () => {
    const made = await fixture.book({}, resident);
    expect(made.checkInCode).toMatch(/^\d{6}$/);
    expect((await show(made.id)).checkInCode).toBe(made.checkInCode);
    expect((await show(made.id, await fixture.aPerson({ staff: true }))).checkInCode).toBeUndefined();
    goTo('10:00');
    await enter(made.checkInCode);
    expect((await show(made.id)).checkInCode).toBeUndefined();
  });

  it('stands in no row of the database', async () => {
    const { checkInCode } = await fixture.book({}, resident);
    const rows = await fixture.database.query(`SELECT FROM outbox WHERE payload::text LIKE '%' || $1 || '%'`, [
      checkInCode,
    ]);
    expect(rows).toEqual([]);
  });
});

describe('checking in at a screen', () => {
  it('says what and until when, without a name, and is in the record', async () => {
    const { id, checkInCode } = await fixture.book({ pool: 'vr-headset' }, resident);
    goTo('09:45');
    const answer = await enter(checkInCode);
    expect(answer).toEqual({ title: 'VR headset', resources: ['vr-1'], endsAt: at('11:00') });
    expect(await show(id)).toMatchObject({ status: 'in_use', checkedInAt: at('09:45') });
    expect(await fixture.actions(id)).toEqual(['booking.create', 'booking.check-in-at-kiosk']);
  });

  it('takes everything that was booked together', async () => {
    const { checkInCode } = await fixture.book({ resources: ['studio', 'podcast-room'] }, resident);
    goTo('10:00');
    expect((await enter(checkInCode)).resources).toEqual(['studio', 'podcast-room']);
  });

  it('is refused too early, with the time from which it goes, by the hub’s clock', async () => {
    const { id, checkInCode } = await fixture.book({}, resident);
    goTo('09:44');
    const { reasons } = await refusal(enter(checkInCode));
    const opensAt = Date.parse('2026-01-12T11:45:00Z');
    expect(reasons).toEqual([{ code: 'booking.check_in_too_early', params: { checkInOpensMinutes: 15, opensAt } }]);
    expect((await show(id)).status).toBe('confirmed');
  });

  it('says when somebody is there already', async () => {
    const { checkInCode } = await fixture.book({}, resident);
    goTo('10:00');
    const ends = await Promise.all([endOf(enter(checkInCode)), endOf(enter(checkInCode))]);
    expect(ends.toSorted()).toEqual(['booking.already_checked_in', 'done']);
    expect(await endOf(enter(checkInCode))).toBe('booking.already_checked_in');
  });

  it.each([
    ['that is over', '11:00', {}],
    ['of the day after tomorrow', '10:00', { startsAt: '2026-01-14T10:00:00Z', endsAt: '2026-01-14T11:00:00Z' }],
  ])('does not know a booking %s', async (_what, time, times) => {
    const { checkInCode } = await fixture.book(times, resident);
    goTo(time);
    expect(await endOf(enter(checkInCode))).toBe(unknown);
  });

  it('does not know a cancelled booking, nor one of another hub', async () => {
    const { id, checkInCode } = await fixture.book({}, resident);
    expect(await endOf(enter(checkInCode, 'studio'))).toBe(unknown);
    await fixture.get(BookingService).cancel(id, resident);
    expect(await endOf(enter(checkInCode))).toBe(unknown);
  });
});
