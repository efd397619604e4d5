import { BookingFixture } from '../../../../test/support/booking-fixture.js';
import type { Asking } from '../booking/asking.js';
import { Calendar } from '../calendar/calendar.js';

let fixture: BookingFixture;

beforeAll(async () => {
  fixture = await BookingFixture.create();
});
afterAll(() => fixture.close());
beforeEach(() => fixture.reset());

/** How often each answer came. */
async function tally(answers: readonly Promise<{ status: string }>[]): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const result of await Promise.allSettled(answers)) {
    const answer = result.status === 'fulfilled' ? result.value.status : (result.reason as { code: string }).code;
    counts[answer] = (counts[answer] ?? 0) + 1;
  }
  return counts;
}

async function activeRows(): Promise<number> {
  const [row] = await fixture.database.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM allocation WHERE active`,
  );
  return row?.count ?? 0;
}

describe('when many want the same', () => {
  it('gives the last unit to exactly one of fifty people', async () => {
    const people = await fixture.people(50);
    const answers = await tally(people.map((person) => fixture.book({ resource: 'vr-1' }, person)));
    expect(answers).toEqual({ confirmed: 1, 'booking.overlap': 49 });
    expect(await activeRows()).toBe(1);
  });

  it('gives a pool of four to exactly four of fifty people', async () => {
    const people = await fixture.people(50);
    const answers = await tally(people.map((person) => fixture.book({ pool: 'vr-headset' }, person)));
    expect(answers).toEqual({ confirmed: 4, 'booking.overlap': 46 });
  });

  it('tells one person with fifty requests that the time is taken, not that there are too many', async () => {
    const person = await fixture.aPerson();
    const answers = await tally(Array.from({ length: 50 }, () => fixture.book({ resource: 'vr-1' }, person)));
    expect(answers).toEqual({ confirmed: 1, 'booking.overlap': 49 });
  });

  it('lets nobody slip past the limit with parallel requests', async () => {
    const person = await fixture.aPerson();
    const hours = [8, 9, 10, 11, 12, 13, 14, 15];
    const answers = await tally(hours.map((hour) => fixture.book({ pool: 'vr-headset', ...hourFrom(hour) }, person)));
    expect(answers).toEqual({ confirmed: 2, 'booking.refused': 6 });
  });

  it('lets bundles that name the same things in another order, parts and wholes meet without deadlock', async () => {
    const wishes = [
      { resources: ['studio', 'podcast-room'] },
      { resources: ['podcast-room', 'studio'] },
      { resource: 'camera-kit' },
      { resource: 'studio' },
      { resource: 'podcast-room' },
    ];
    for (const hour of [8, 9, 10, 11, 12, 13, 14, 15, 16, 17]) {
      const people = await fixture.people(20);
      const requests = people.map((person, i) => fixture.book({ ...wishes[i % 5], ...hourFrom(hour) }, person));
      const answers = await tally(requests);
      expect(Object.keys(answers).toSorted()).toEqual(['booking.overlap', 'confirmed']);
      const [{ rows, whole } = { rows: 0, whole: 0 }] = await occupiedIn(hour);
      expect(whole).toBe(rows);
    }
  });

  it('lets a print and a booking never share a printer', async () => {
    const [person, attemptId] = [await fixture.aPerson(), await fixture.aPrintAttempt()];
    const [from, to] = [new Date('2026-01-12T10:30:00Z'), new Date('2026-01-12T11:30:00Z')];
    const print = fixture.database.transaction((tx) =>
      fixture.get(Calendar).occupyForPrint(tx, { resourceId: fixture.id('printer-1'), attemptId, from, to }),
    );
    const answers = await tally([
      fixture.book({ resource: 'printer-1' }, person),
      print.then((isOccupied) => ({ status: isOccupied ? 'printing' : 'lost' })),
    ]);
    expect([
      { confirmed: 1, lost: 1 },
      { printing: 1, 'booking.overlap': 1 },
    ]).toContainEqual(answers);
    expect(await activeRows()).toBe(1);
  });

  it('lets a print that grows and a booking meet without overlapping', async () => {
    for (const hour of [8, 10, 12, 14, 16]) {
      const [person, attemptId] = [await fixture.aPerson(), await fixture.aPrintAttempt()];
      const [from, to] = [new Date(hourFrom(hour).startsAt), new Date(hourFrom(hour).endsAt)];
      const print = { resourceId: fixture.id('printer-1'), attemptId, from, to };
      const calendar = fixture.get(Calendar);
      await fixture.database.transaction((tx) => calendar.occupyForPrint(tx, print));
      const later = new Date(to.getTime() + 60_000);
      const answers = await tally([
        fixture.book({ resource: 'printer-1', ...hourFrom(hour + 1) }, person),
        fixture.database
          .transaction((tx) => calendar.prolongPrint(tx, { attemptId, to: later }))
          .then((status) => ({ status })),
      ]);
      expect([
        { confirmed: 1, collides: 1 },
        { prolonged: 1, 'booking.overlap': 1 },
      ]).toContainEqual(answers);
    }
  });
});

describe('a request that is sent again', () => {
  const send = (person: Asking, key: string, hour = 10) =>
    fixture.book({ resource: 'studio', ...hourFrom(hour) }, person, key);

  it('answers with the same booking, also when the twins race', async () => {
    const person = await fixture.aPerson();
    const bookings = await Promise.all(Array.from({ length: 10 }, () => send(person, 'key')));
    expect(new Set(bookings.map((booking) => booking.id)).size).toBe(1);
    expect(await activeRows()).toBe(2);
  });

  it('is refused when the key belongs to another request', async () => {
    const person = await fixture.aPerson();
    await send(person, 'key');
    await expect(send(person, 'key', 14)).rejects.toMatchObject({ code: 'idempotency.key_reused' });
  });

  it('has a key of its own for every person', async () => {
    await send(await fixture.aPerson(), 'key');
    await expect(send(await fixture.aPerson(), 'key')).rejects.toMatchObject({ code: 'booking.overlap' });
  });
});

function hourFrom(hour: number): { startsAt: string; endsAt: string } {
  const at = (h: number) => `2026-01-12T${String(h).padStart(2, '0')}:00:00Z`;
  return { startsAt: at(hour), endsAt: at(hour + 1) };
}

/** Allocations in an hour, and how many of them belong to a booking that has all of its things. */
function occupiedIn(hour: number): Promise<{ rows: number; whole: number }[]> {
  return fixture.database.query(
    `SELECT count(*)::int AS rows, count(b.id)::int AS whole
     FROM allocation a LEFT JOIN booking b ON b.id = a.booking_id AND b.status = 'confirmed'
     WHERE a.active AND lower(a.during) = $1`,
    [hourFrom(hour).startsAt],
  );
}
