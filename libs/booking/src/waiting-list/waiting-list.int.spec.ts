import type { JoinWaitingList, WaitingEntry } from '#libs/contracts';
import { BookingFixture } from '../../../../test/support/booking-fixture.js';
import { tally } from '../../../../test/support/tally.js';
import type { Asking } from '../booking/asking.js';
import { BookingLifecycle } from '../life/booking-lifecycle.service.js';
import { BookingService } from '../booking/booking.service.js';
import { FreedSlots } from './freed-slots.service.js';
import { WaitingAnswers } from './waiting-answers.service.js';
import { WaitingListService } from './waiting-list.service.js';

let fixture: BookingFixture;
let list: WaitingListService;
let answers: WaitingAnswers;
let bookings: BookingService;

beforeAll(async () => {
  fixture = await BookingFixture.create();
  list = fixture.get(WaitingListService);
  answers = fixture.get(WaitingAnswers);
  bookings = fixture.get(BookingService);
});
afterAll(() => fixture.close());
beforeEach(() => fixture.reset());

const noon = { startsAt: '2026-01-12T10:00:00Z', endsAt: '2026-01-12T11:00:00Z' };
const theHour = { from: noon.startsAt, to: noon.endsAt, durationMinutes: 60 };

const aWaitingWish = (changes: Partial<JoinWaitingList> = {}): JoinWaitingList => ({
  hub: 'test-hub',
  ...(changes.pool === undefined && { resource: 'studio' }),
  ...theHour,
  ...changes,
});
const join = (asking: Asking, changes: Partial<JoinWaitingList> = {}) => list.join(aWaitingWish(changes), asking);
const entryOf = async (asking: Asking): Promise<WaitingEntry> => {
  const [entry] = await list.list({ mine: 'true' }, asking);
  if (entry === undefined) throw new Error('the person waits for nothing');
  return entry;
};
const offerOf = async (asking: Asking) => {
  const { offer } = await entryOf(asking);
  if (offer === null) throw new Error('nothing was offered');
  return offer;
};
const twoPeople = async () => [await fixture.aPerson(), await fixture.aPerson()] as const;
const lapse = async (bookingId: string) => {
  fixture.clock.advance(31);
  await fixture.get(BookingLifecycle).advance({ bookingId });
};

describe('the waiting list', () => {
  let owner: Asking;
  let booked: string;

  beforeEach(async () => {
    owner = await fixture.aPerson();
    booked = (await fixture.book({ resource: 'studio' }, owner)).id;
  });

  it('holds a cancelled slot for the first in line, who then confirms it', async () => {
    const [first, second] = await twoPeople();
    expect(await join(first)).toMatchObject({ status: 'waiting', offer: null, resource: 'studio', title: 'studio' });
    await join(second);
    await bookings.cancel(booked, owner);
    const entry = await entryOf(first);
    expect(entry).toMatchObject({
      status: 'offered',
      offer: {
        startsAt: '2026-01-12T10:00:00.000Z',
        endsAt: '2026-01-12T11:00:00.000Z',
        until: '2026-01-12T06:30:00.000Z',
      },
    });
    expect((await entryOf(second)).status).toBe('waiting');
    await expect(fixture.book({ resource: 'studio' }, owner)).rejects.toMatchObject({ code: 'booking.overlap' });
    const bookingId = await answers.accept(entry.id, first);
    expect((await bookings.get(bookingId, first)).status).toBe('confirmed');
    expect((await entryOf(first)).status).toBe('accepted');
  });

  it('writes to the person once, with the end of the offer in the hub’s time', async () => {
    const waiter = await fixture.aPerson();
    await join(waiter);
    await bookings.cancel(booked, owner);
    const mails = await fixture.database.query<{ payload: { to: string; template: string; params: object } }>(
      `SELECT payload FROM outbox WHERE job_name = 'mail.send' AND payload ->> 'to' = $1`,
      [waiter.viewer.email],
    );
    expect(mails).toHaveLength(1);
    expect(mails[0]?.payload).toMatchObject({
      template: 'bookingOffered',
      params: {
        title: 'studio',
        hub: 'Test hub',
        until: { startsAt: '2026-01-12T06:30:00.000Z', timeZone: 'Europe/Helsinki' },
      },
    });
  });

  it('passes a lapsed offer to the next, and takes whoever let it lapse out of the line', async () => {
    const [first, second] = await twoPeople();
    await join(first);
    await join(second);
    await bookings.cancel(booked, owner);
    await lapse((await offerOf(first)).bookingId);
    expect((await entryOf(first)).status).toBe('lapsed');
    expect((await entryOf(second)).status).toBe('offered');
    await expect(answers.accept((await entryOf(first)).id, first)).rejects.toMatchObject({
      code: 'waiting.wrong_state',
    });
  });

  it('passes a declined offer to the next at once', async () => {
    const [first, second] = await twoPeople();
    await join(first);
    await join(second);
    await bookings.cancel(booked, owner);
    await answers.leave((await entryOf(first)).id, first);
    expect([(await entryOf(first)).status, (await entryOf(second)).status]).toEqual(['left', 'offered']);
  });

  it('passes over those who have left, who have enough bookings, and whose wish does not fit', async () => {
    const [gone, full] = await twoPeople();
    const [longer, fits] = await twoPeople();
    await join(gone);
    await answers.leave((await entryOf(gone)).id, gone);
    await join(full);
    for (const hour of ['12', '14']) {
      const time = { startsAt: `2026-01-13T${hour}:00:00Z`, endsAt: `2026-01-13T${hour}:30:00Z` };
      await fixture.book({ resource: 'studio', ...time }, full);
    }
    const before = { startsAt: '2026-01-12T09:00:00Z', endsAt: noon.startsAt };
    await fixture.book({ resource: 'studio', ...before }, await fixture.aPerson());
    await join(longer, { from: before.startsAt, durationMinutes: 120 });
    await join(fits);
    await bookings.cancel(booked, owner);
    const states = await Promise.all([gone, full, longer, fits].map(async (asking) => (await entryOf(asking)).status));
    expect(states).toEqual(['left', 'waiting', 'waiting', 'offered']);
  });

  it('tells everybody their place among those who wait for any of the same', async () => {
    const [first, second] = await twoPeople();
    const other = await fixture.aPerson();
    const later = { startsAt: '2026-01-12T13:00:00Z', endsAt: '2026-01-12T14:00:00Z' };
    await fixture.book({ resource: 'studio', ...later }, owner);
    await join(first);
    fixture.clock.advance(1);
    await join(second, { to: '2026-01-12T11:30:00Z' });
    fixture.clock.advance(1);
    await join(other, { from: later.startsAt, to: later.endsAt });
    const placeOf = async (asking: Asking) => (await entryOf(asking)).position;
    expect(await Promise.all([first, second, other].map(placeOf))).toEqual([1, 2, 1]);
    await answers.leave((await entryOf(first)).id, first);
    expect(await Promise.all([first, second, other].map(placeOf))).toEqual([null, 1, 1]);
  });

  it('offers at once what is free already', async () => {
    const waiter = await fixture.aPerson();
    const entry = await join(waiter, { to: '2026-01-12T12:00:00Z' });
    expect(entry).toMatchObject({ status: 'offered', offer: { startsAt: '2026-01-12T11:00:00.000Z' } });
  });

  it('lets an offer end 15 minutes before its start, and offers nothing that starts too soon', async () => {
    const waiter = await fixture.aPerson();
    await join(waiter);
    fixture.clock.advance(3 * 60 + 30);
    await bookings.cancel(booked, owner);
    expect((await offerOf(waiter)).until).toBe('2026-01-12T09:45:00.000Z');
    fixture.clock.advance(15);
    await fixture.get(BookingLifecycle).advance({ bookingId: (await offerOf(waiter)).bookingId });
    const late = await fixture.aPerson();
    expect((await join(late)).status).toBe('waiting');
  });

  it('lets the same person wait for the same thing once, and for ten things at most', async () => {
    const waiter = await fixture.aPerson();
    const first = await join(waiter);
    expect((await join(waiter)).id).toBe(first.id);
    for (let i = 1; i < 10; i += 1)
      await join(waiter, { from: noon.startsAt, durationMinutes: 60, to: `2026-01-12T11:0${i}:00Z` });
    const eleventh = join(waiter, { to: '2026-01-12T11:10:00Z' });
    await expect(eleventh).rejects.toMatchObject({ code: 'waiting.too_many', params: { max: 10 } });
  });

  it('refuses what no waiting would cure', async () => {
    const refusal = (changes: Partial<JoinWaitingList>) => join(owner, changes).catch((error: unknown) => error);
    expect(await refusal({ durationMinutes: 15 })).toMatchObject({ reasons: [{ code: 'booking.too_short' }] });
    const past = { from: '2026-01-11T10:00:00Z', to: '2026-01-11T12:00:00Z' };
    expect(await refusal(past)).toMatchObject({ reasons: [{ code: 'booking.in_past' }] });
    const far = { from: '2026-03-11T10:00:00Z', to: '2026-03-11T12:00:00Z' };
    expect(await refusal(far)).toMatchObject({ reasons: [{ code: 'booking.beyond_horizon' }] });
    expect(await refusal({ resource: 'sauna' })).toMatchObject({ code: 'not_found' });
  });

  it('shows nobody else’s entries, but all of the hub’s to its staff, with names', async () => {
    const [waiter, other] = await twoPeople();
    const entry = await join(waiter);
    expect(await list.list({}, other)).toEqual([]);
    await expect(answers.leave(entry.id, other)).rejects.toMatchObject({ code: 'not_found' });
    await expect(answers.accept(entry.id, other)).rejects.toMatchObject({ code: 'not_found' });
    const staff = await fixture.aPerson({ staff: true });
    const seen = await list.list({ hub: 'test-hub' }, staff);
    expect(seen.map(({ id, person }) => [id, person?.id])).toEqual([[entry.id, waiter.viewer.accountId]]);
    expect(entry.person).toBeUndefined();
  });
});

describe('when many things happen to the waiting list at once', () => {
  it('gives two slots that are freed together to two people, and nobody two offers', async () => {
    const booked = await Promise.all(
      (await fixture.people(4)).map(async (owner) => ({
        owner,
        id: (await fixture.book({ pool: 'vr-headset' }, owner)).id,
      })),
    );
    const waiters = await fixture.people(6);
    for (const waiter of waiters) await join(waiter, { pool: 'vr-headset' });
    await Promise.all(booked.map(({ id, owner }) => bookings.cancel(id, owner)));
    const states = await Promise.all(waiters.map(async (waiter) => (await entryOf(waiter)).status));
    expect(states).toEqual(['offered', 'offered', 'offered', 'offered', 'waiting', 'waiting']);
    expect(await heldBookings()).toBe(4);
  });

  it('gives two halves that are freed together to the one who needs both', async () => {
    const [before, after] = await twoPeople();
    const [from, middle, to] = ['2026-01-12T10:00:00Z', '2026-01-12T11:00:00Z', '2026-01-12T12:00:00Z'] as const;
    const first = await fixture.book({ resource: 'studio', startsAt: from, endsAt: middle }, before);
    const second = await fixture.book({ resource: 'studio', startsAt: middle, endsAt: to }, after);
    const waiter = await fixture.aPerson();
    await join(waiter, { to, durationMinutes: 120 });
    await Promise.all([bookings.cancel(first.id, before), bookings.cancel(second.id, after)]);
    expect((await entryOf(waiter)).status).toBe('offered');
  });

  it('misses nobody who comes while the slot is freed', async () => {
    for (let round = 0; round < 10; round += 1) {
      await fixture.reset();
      const [owner, waiter] = await twoPeople();
      const { id } = await fixture.book({ resource: 'studio' }, owner);
      await Promise.all([join(waiter), bookings.cancel(id, owner)]);
      expect((await entryOf(waiter)).status).toBe('offered');
    }
  });

  it('lets a freed slot go to the line or to whoever books, never to both', async () => {
    for (let round = 0; round < 5; round += 1) {
      await fixture.reset();
      const [owner, waiter] = await twoPeople();
      const rivals = await fixture.people(10);
      const { id } = await fixture.book({ resource: 'studio' }, owner);
      await join(waiter);
      const cancelled = bookings.cancel(id, owner).then(() => ({ status: 'freed' }));
      const answersNow = await tally([
        cancelled,
        ...rivals.map((rival) => fixture.book({ resource: 'studio' }, rival)),
      ]);
      expect(answersNow).toEqual({ freed: 1, 'booking.overlap': 10 });
      expect((await entryOf(waiter)).status).toBe('offered');
    }
  });

  it('lets an offer be accepted or lapse, and be accepted or booked by another, never both', async () => {
    for (let round = 0; round < 10; round += 1) {
      await fixture.reset();
      const [owner, waiter] = await twoPeople();
      const rival = await fixture.aPerson();
      const { id } = await fixture.book({ resource: 'studio' }, owner);
      await join(waiter);
      await bookings.cancel(id, owner);
      const entry = await entryOf(waiter);
      const { bookingId } = await offerOf(waiter);
      fixture.clock.advance(round % 2 === 0 ? 29 : 31);
      const results = await tally([
        answers.accept(entry.id, waiter).then(() => ({ status: 'accepted' })),
        fixture
          .get(BookingLifecycle)
          .advance({ bookingId })
          .then(() => ({ status: 'advanced' })),
        fixture.book({ resource: 'studio' }, rival),
      ]);
      const [row] = await fixture.database.query<{ count: number }>(
        `SELECT count(*)::int AS count FROM allocation WHERE active AND resource_id = $1`,
        [fixture.id('studio')],
      );
      expect(row?.count).toBeLessThanOrEqual(1);
      expect([
        { accepted: 1, advanced: 1, 'booking.overlap': 1 },
        { 'waiting.wrong_state': 1, advanced: 1, 'booking.overlap': 1 },
        { 'waiting.wrong_state': 1, advanced: 1, confirmed: 1 },
      ]).toContainEqual(results);
    }
  });

  it('makes up for an offer that had to give way', async () => {
    const waiter = await fixture.aPerson();
    const owner = await fixture.aPerson();
    const { id } = await fixture.book({ resource: 'studio' }, owner);
    await join(waiter);
    const lockOfPerson = `SELECT pg_advisory_xact_lock(hashtextextended('booking/' || $1 || '/room', 0))`;
    await fixture.database.transaction(async (tx) => {
      await tx.query(lockOfPerson, [waiter.viewer.accountId]);
      await bookings.cancel(id, owner);
    });
    expect((await entryOf(waiter)).status).toBe('waiting');
    const jobs = await fixture.database.query(`SELECT payload FROM outbox WHERE job_name = 'waiting.serve'`);
    expect(jobs).toEqual([{ payload: { hubId: fixture.id('hub') } }]);
    await fixture.get(FreedSlots).serveAll({ hubId: fixture.id('hub') });
    expect((await entryOf(waiter)).status).toBe('offered');
  });
});

async function heldBookings(): Promise<number> {
  const rows = await fixture.database.query(`SELECT id FROM booking WHERE status = 'held'`);
  return rows.length;
}
