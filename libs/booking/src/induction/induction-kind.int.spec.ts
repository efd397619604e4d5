import { BookingFixture } from '../../../../test/support/booking-fixture.js';
import type { Asking } from '../booking/asking.js';
import { BookingAttendance } from '../life/booking-attendance.service.js';
import { InductionKindService } from './induction-kind.service.js';
import { InductionService } from './induction.service.js';

let fixture: BookingFixture;
let staff: Asking;
let admin: Asking;
let resident: Asking;

beforeAll(async () => {
  fixture = await BookingFixture.create();
  await fixture.database.query(`UPDATE resource SET policy = '{"inductionKind": "studio"}' WHERE slug = 'studio'`);
});
afterAll(() => fixture.close());
beforeEach(async () => {
  await fixture.reset();
  await fixture.database.query(`TRUNCATE induction, induction_kind CASCADE`);
  staff = await fixture.aPerson({ staff: true });
  const { viewer } = staff;
  admin = { ...staff, viewer: { ...viewer, roles: viewer.roles.map((role) => ({ ...role, role: 'admin' as const })) } };
  resident = await fixture.aPerson();
  const granted = { person: resident.viewer.accountId, kind: 'studio' };
  await fixture.get(InductionService).grant('test-hub', granted, staff.viewer);
});

const kinds = () => fixture.get(InductionKindService);
const lapseAfter = (lapsesAfterDays: number | null) =>
  kinds().change('test-hub', { kind: 'studio', lapsesAfterDays }, admin.viewer);
const bookOn = (day: number) =>
  fixture.book(
    { resource: 'studio', startsAt: `2026-01-${day}T10:00:00Z`, endsAt: `2026-01-${day}T11:00:00Z` },
    resident,
  );
const comeTo = async (id: string, at: string) => {
  fixture.clock.advance((Date.parse(at) - fixture.clock.now().getTime()) / 60_000);
  await fixture.get(BookingAttendance).checkIn({ bookingId: id, asking: resident });
};
const own = () => fixture.get(InductionService).own(resident.viewer);
const refused = { reasons: [{ code: 'booking.induction_required', params: { kind: 'studio' } }] };

describe('an induction of a kind that lapses', () => {
  it('opens what begins before it lapses, and nothing after', async () => {
    await lapseAfter(3);
    expect(await own()).toMatchObject([{ expiresAt: null, lapsesAt: '2026-01-15T06:00:00.000Z' }]);
    expect((await bookOn(14)).status).toBe('confirmed');
    await expect(bookOn(15)).rejects.toMatchObject(refused);
  });

  it('holds anew from the moment somebody comes, not from when it was booked', async () => {
    await lapseAfter(3);
    const { id } = await bookOn(14);
    await expect(bookOn(16)).rejects.toMatchObject(refused);
    await comeTo(id, '2026-01-14T10:00:00Z');
    expect(await own()).toMatchObject([{ lapsesAt: '2026-01-17T10:00:00.000Z' }]);
    expect((await bookOn(16)).status).toBe('confirmed');
  });

  it('counts as used in time by whoever comes late to what began in time', async () => {
    await lapseAfter(3);
    await fixture.database.query(`UPDATE induction SET granted_at = '2026-01-11T10:05:00Z'`);
    const { id } = await bookOn(14);
    await comeTo(id, '2026-01-14T10:10:00Z');
    expect(await own()).toMatchObject([{ lapsesAt: '2026-01-17T10:10:00.000Z' }]);
  });

  it('stays lapsed when somebody comes who booked before the rule was there', async () => {
    const { id } = await bookOn(14);
    await lapseAfter(1);
    await comeTo(id, '2026-01-14T10:00:00Z');
    expect(await own()).toMatchObject([{ lapsesAt: '2026-01-13T06:00:00.000Z' }]);
    await expect(bookOn(15)).rejects.toMatchObject(refused);
  });

  it('ends by its expiry when that comes first', async () => {
    await lapseAfter(3);
    await fixture.database.query(`UPDATE induction SET expires_at = '2026-01-14T09:00:00Z'`);
    await expect(bookOn(14)).rejects.toMatchObject(refused);
  });

  it('is not renewed by the use of something else', async () => {
    await lapseAfter(3);
    const granted = { person: resident.viewer.accountId, kind: 'laser' };
    await fixture.get(InductionService).grant('test-hub', granted, staff.viewer);
    await comeTo((await bookOn(14)).id, '2026-01-14T10:00:00Z');
    const used = await fixture.database.query(
      `SELECT kind, last_used_at IS NOT NULL AS used FROM induction ORDER BY kind`,
    );
    expect(used).toEqual([
      { kind: 'laser', used: false },
      { kind: 'studio', used: true },
    ]);
  });

  it('is set by one of two administrators who have looked at the same, and the other is told', async () => {
    const among = (lapsesAfterDays: number) =>
      kinds().change('test-hub', { kind: 'studio', lapsesAfterDays, ifMatch: [0] }, admin.viewer);
    for (let round = 0; round < 10; round += 1) {
      await lapseAfter(null);
      const results = await Promise.allSettled([among(3), among(5)]);
      const set = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
      const refusals = results.flatMap((result) => (result.status === 'rejected' ? [result.reason as unknown] : []));
      expect(refusals).toMatchObject([{ code: 'precondition.failed' }]);
      expect(await kinds().list('test-hub', staff.viewer)).toEqual(set);
    }
    const entries = await fixture.database.query(`SELECT FROM audit_entry WHERE details ? 'ifMatch'`);
    expect(entries).toEqual([]);
  });

  it('is made so by administrators alone, and no more once that is taken back', async () => {
    const rule = { kind: 'studio', lapsesAfterDays: 3 };
    await expect(kinds().change('test-hub', rule, staff.viewer)).rejects.toMatchObject({ code: 'auth.forbidden' });
    await expect(kinds().list('test-hub', resident.viewer)).rejects.toMatchObject({ code: 'auth.forbidden' });
    await lapseAfter(3);
    expect(await kinds().list('test-hub', staff.viewer)).toEqual([{ ...rule, version: 3 }]);
    await lapseAfter(null);
    expect(await kinds().list('test-hub', staff.viewer)).toEqual([
      { kind: 'studio', lapsesAfterDays: null, version: 0 },
    ]);
    expect(await own()).toMatchObject([{ lapsesAt: null }]);
    expect((await bookOn(16)).status).toBe('confirmed');
    const [entry] = await fixture.database.query<{ details: unknown }>(
      `SELECT details FROM audit_entry WHERE action = 'induction-kind.change' ORDER BY id LIMIT 1`,
    );
    expect(entry?.details).toEqual(rule);
  });
});
