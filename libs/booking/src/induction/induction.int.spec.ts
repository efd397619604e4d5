import { BookingFixture } from '../../../../test/support/booking-fixture.js';
import type { Asking } from '../booking/asking.js';
import { InductionSessionService } from './induction-session.service.js';
import { InductionService } from './induction.service.js';

let fixture: BookingFixture;
let inductions: InductionService;
let sessions: InductionSessionService;
let staff: Asking;
let resident: Asking;

beforeAll(async () => {
  fixture = await BookingFixture.create();
  inductions = fixture.get(InductionService);
  sessions = fixture.get(InductionSessionService);
  await fixture.database.query(`UPDATE resource SET policy = '{"inductionKind": "studio"}' WHERE slug = 'studio'`);
});
afterAll(() => fixture.close());
beforeEach(async () => {
  await fixture.reset();
  await fixture.database.query(`TRUNCATE induction, induction_session CASCADE`);
  staff = await fixture.aPerson({ staff: true });
  resident = await fixture.aPerson();
});

const grant = (person: string, expiresAt?: string) =>
  inductions.grant('test-hub', { person, kind: 'studio', expiresAt }, staff.viewer);
const bookStudio = (by: Asking) => fixture.book({ resource: 'studio' }, by);
const arrange = (day: number, seats = 2) =>
  sessions.create(
    'test-hub',
    { kind: 'studio', startsAt: `2026-01-${day}T12:00:00Z`, endsAt: `2026-01-${day}T13:00:00Z`, seats },
    staff.viewer,
  );

describe('an induction', () => {
  it('opens what asks for it, for as long as it holds', async () => {
    await expect(bookStudio(resident)).rejects.toMatchObject({
      reasons: [{ code: 'booking.induction_required', params: { kind: 'studio' } }],
    });
    await grant(resident.viewer.accountId, '2026-01-12T10:00:00Z');
    await expect(bookStudio(resident)).rejects.toMatchObject({ reasons: [{ code: 'booking.induction_required' }] });
    await grant(resident.viewer.email);
    expect((await bookStudio(resident)).status).toBe('confirmed');
    expect(await inductions.own(resident.viewer)).toMatchObject([{ kind: 'studio', hub: 'test-hub', expiresAt: null }]);
  });

  it('closes it again once it is revoked, and leaves what is booked', async () => {
    const { id } = await grant(resident.viewer.accountId);
    const booking = await bookStudio(resident);
    await inductions.revoke('test-hub', id, staff.viewer);
    const later = { resource: 'studio', startsAt: '2026-01-12T12:00:00Z', endsAt: '2026-01-12T13:00:00Z' };
    await expect(fixture.book(later, resident)).rejects.toMatchObject({
      reasons: [{ code: 'booking.induction_required' }],
    });
    expect(booking.status).toBe('confirmed');
    const entries = await fixture.database.query(
      `SELECT action FROM audit_entry WHERE subject_id = $1 AND subject_type = 'account' ORDER BY id`,
      [resident.viewer.accountId],
    );
    expect(entries).toEqual([{ action: 'induction.grant' }, { action: 'induction.revoke' }]);
  });

  it('is not asked of staff', async () => {
    expect((await bookStudio(staff)).status).toBe('confirmed');
  });

  it('is granted, listed and revoked by staff alone, to people who exist', async () => {
    const asResident = [
      inductions.grant('test-hub', { person: resident.viewer.accountId, kind: 'studio' }, resident.viewer),
      inductions.list('test-hub', {}, resident.viewer),
      inductions.revoke('test-hub', resident.viewer.accountId, resident.viewer),
    ];
    for (const attempt of asResident) await expect(attempt).rejects.toMatchObject({ code: 'auth.forbidden' });
    await expect(grant('nobody@example.org')).rejects.toMatchObject({ code: 'not_found' });
    await grant(resident.viewer.accountId);
    const query = { kind: 'studio', person: resident.viewer.accountId };
    expect(await inductions.list('test-hub', query, staff.viewer)).toHaveLength(1);
    expect(await inductions.list('test-hub', { kind: 'laser' }, staff.viewer)).toEqual([]);
  });
});

describe('an induction session', () => {
  it('is offered to whoever lacks the induction: the next one with a free seat that is not yet theirs', async () => {
    const full = await arrange(13, 1);
    await sessions.takeSeat(full.id, (await fixture.aPerson()).viewer);
    const next = await arrange(15);
    await arrange(16);
    const offered = async () => {
      const refusal = await bookStudio(resident).catch((error: unknown) => error);
      return (refusal as { alternatives: object[] }).alternatives[0];
    };
    expect(await offered()).toEqual({
      startsAt: '2026-01-15T12:00:00.000Z',
      endsAt: '2026-01-15T13:00:00.000Z',
      resource: null,
      pool: null,
      name: 'Induction: studio',
      inductionSession: next.id,
    });
    await sessions.takeSeat(next.id, resident.viewer);
    expect(await offered()).toMatchObject({ startsAt: '2026-01-16T12:00:00.000Z' });
  });

  it('gives its last seat to exactly one of twenty people', async () => {
    const { id } = await arrange(13, 1);
    const people = await fixture.people(20);
    const results = await Promise.allSettled(people.map(({ viewer }) => sessions.takeSeat(id, viewer)));
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
    const refusals = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
    expect(new Set(refusals.map(({ code }: { code: string }) => code))).toEqual(new Set(['induction.full']));
  });

  it('has one seat for a person who asks twice, and takes it back before it begins', async () => {
    const { id } = await arrange(13);
    await sessions.takeSeat(id, resident.viewer);
    expect(await sessions.takeSeat(id, resident.viewer)).toMatchObject({ freeSeats: 1, isSeated: true });
    await sessions.giveBackSeat(id, resident.viewer);
    await expect(sessions.giveBackSeat(id, resident.viewer)).rejects.toMatchObject({ code: 'not_found' });
    expect(await sessions.upcoming('test-hub', undefined)).toMatchObject([{ freeSeats: 2, isSeated: false }]);
  });

  it('cannot be joined, left or arranged once it has begun, and grants the induction to those who were there', async () => {
    const { id } = await arrange(13);
    await sessions.takeSeat(id, resident.viewer);
    const people = [resident.viewer.accountId];
    await expect(sessions.attend(id, { people }, staff.viewer)).rejects.toMatchObject({
      code: 'induction.wrong_state',
    });
    fixture.clock.advance(36 * 60);
    const late = await fixture.aPerson();
    await expect(sessions.takeSeat(id, late.viewer)).rejects.toMatchObject({ code: 'induction.wrong_state' });
    await expect(sessions.giveBackSeat(id, resident.viewer)).rejects.toMatchObject({ code: 'induction.wrong_state' });
    await expect(arrange(12)).rejects.toMatchObject({ code: 'induction.wrong_state' });
    expect(await sessions.seated(id, staff.viewer)).toMatchObject([{ id: resident.viewer.accountId }]);
    expect(await sessions.attend(id, { people: [...people, ...people] }, staff.viewer)).toHaveLength(1);
    const tomorrow = { resource: 'studio', startsAt: '2026-01-14T10:00:00Z', endsAt: '2026-01-14T11:00:00Z' };
    expect((await fixture.book(tomorrow, resident)).status).toBe('confirmed');
  });

  it('is arranged, and its people seen, by staff alone', async () => {
    const { id } = await arrange(13);
    const wanted = { kind: 'studio', startsAt: '2026-01-14T12:00:00Z', endsAt: '2026-01-14T13:00:00Z', seats: 1 };
    await expect(sessions.create('test-hub', wanted, resident.viewer)).rejects.toMatchObject({
      code: 'auth.forbidden',
    });
    await expect(sessions.seated(id, resident.viewer)).rejects.toMatchObject({ code: 'auth.forbidden' });
    const people = [resident.viewer.accountId];
    await expect(sessions.attend(id, { people }, resident.viewer)).rejects.toMatchObject({ code: 'auth.forbidden' });
  });
});
