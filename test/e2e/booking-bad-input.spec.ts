import pg from 'pg';
import type { Booking, Opening, ProblemDocument, Series } from '#libs/contracts';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { atHub } from '../support/hub-clock.js';
import { startHub, type TestHub } from '../support/hub.js';
import { usualDates } from '../support/usual-dates.js';
import { Visitor, type Answer } from '../support/visitor.js';

const nobody = '00000000-0000-7000-8000-00000000dead';

jest.setTimeout(120_000);

let database: TestDatabase;
let client: pg.Client;
let hub: TestHub;
let resident: Visitor;
let staff: Visitor;
/** Four dates, a week apart, on which the hub is open as usual; nobody has booked anything. */
let dates: string[];
/** An hour of the first. */
let slot: { startsAt: string; endsAt: string };

beforeAll(async () => {
  database = await createTestDatabase();
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
  hub = await startHub({ env: { DATABASE_URL: database.url } });
  resident = await Visitor.signIn(hub.url, 'asukas@digikeskus.example');
  staff = await Visitor.signIn(hub.url, 'staff@digikeskus.example');
  const { body: opening } = await resident.get<Opening>('/hubs/viitasaari/opening');
  dates = usualDates(opening.days, 'any', { weeks: 4 });
  slot = at(noonOn(0), 60);
});

afterAll(async () => {
  await hub.remove();
  await client.end();
  await database.drop();
});

function iso(instant: number): string {
  return new Date(instant).toISOString();
}

/** Noon by the hub's clock, so many weeks after the first date. */
function noonOn(week: number): string {
  return iso(atHub(dates[week] ?? '', '12:00'));
}

/** Everything that a booking could leave behind. */
async function rows(): Promise<Record<string, string>> {
  const tables = ['booking', 'allocation', 'booking_series', 'waiting_entry', 'idempotency_key', 'audit_entry'];
  const counts = tables.map((table) => `(SELECT count(*) || ' of ' || coalesce(max(xmin::text), '') FROM ${table})`);
  const { rows } = await client.query<Record<string, string>>(
    `SELECT ${counts.map((count, index) => `${count} AS ${tables[index]}`).join(', ')}`,
  );
  return rows[0] ?? {};
}

const wish = (changes: object = {}) => ({ resource: 'podcast-room', ...slot, ...changes });
const at = (startsAt: string, minutes: number) => ({ startsAt, endsAt: iso(Date.parse(startsAt) + minutes * 60_000) });
const codesOf = ({ body }: Answer<ProblemDocument>) => [body.code, ...(body.reasons ?? []).map(({ code }) => code)];

/** Sends it and expects a problem document, and that nothing was written. */
async function refused(work: () => Promise<Answer<ProblemDocument>>): Promise<Answer<ProblemDocument>> {
  const before = await rows();
  const answer = await work();
  expect(answer.body).toMatchObject({ status: answer.status, code: expect.any(String), title: expect.any(String) });
  expect(await rows()).toEqual(before);
  return answer;
}

describe('a booking that makes no sense', () => {
  it.each([
    ['starts after its end', () => ({ startsAt: slot.endsAt, endsAt: slot.startsAt }), 'booking.too_short'],
    ['takes no time', () => ({ endsAt: slot.startsAt }), 'booking.too_short'],
    ['is off the grid', () => at(iso(Date.parse(slot.startsAt) + 60_000), 60), 'booking.off_grid'],
    ['is past', () => at('2020-01-07T10:00:00Z', 60), 'booking.in_past'],
    ['is in the year 9999', () => at('9999-12-30T10:00:00Z', 60), 'booking.beyond_horizon'],
    ['lasts 400 days', () => at(slot.startsAt, 400 * 24 * 60), 'booking.too_long'],
    [
      'is in the gap of the night in which summer time begins',
      () => at('2027-03-28T03:30:00+02:00', 60),
      'booking.closed',
    ],
    ['is in the hour that comes twice', () => at('2027-10-31T03:30:00+03:00', 60), 'booking.closed'],
  ])('is refused when it %s', async (_name, changes, code) => {
    const answer = await refused(() => resident.post('/bookings', wish(changes())));
    expect(answer.status).toBe(422);
    expect(codesOf(answer)).toContain(code);
  });

  it.each([
    ['has no time zone', () => ({ startsAt: slot.startsAt.replace('Z', '') })],
    ['names a day that does not exist', () => ({ startsAt: '2027-02-30T10:00:00Z' })],
    ['has an instant that is a number', () => ({ startsAt: Date.parse(slot.startsAt) })],
    ['is in the year 10000', () => ({ endsAt: '10000-01-01T10:00:00Z' })],
    ['names a thousand resources', () => ({ resource: undefined, resources: Array.from({ length: 1000 }, nth) })],
    ['names a resource and a pool', () => ({ pool: 'vr-headset' })],
    ['names nothing', () => ({ resource: undefined })],
    ['has an empty bundle', () => ({ resource: undefined, resources: [] })],
    ['has a purpose of a thousand characters', () => ({ purpose: 'x'.repeat(1000) })],
    ['holds a character that no database keeps', () => ({ purpose: 'a\0b' })],
  ])('is malformed when it %s', async (_name, changes) => {
    const answer = await refused(() => resident.post('/bookings', wish(changes())));
    expect([answer.status, answer.body.code]).toEqual([400, 'request.invalid']);
    expect(answer.body.errors?.length).toBeGreaterThan(0);
  });

  it.each([
    ['a resource', () => ({ resource: nobody })],
    ['a resource by name', () => ({ resource: 'nothing' })],
    ['a pool', () => ({ resource: undefined, pool: nobody })],
    ['one of a bundle', () => ({ resource: undefined, resources: ['podcast-room', nobody] })],
    ['a hub', () => ({ hub: nobody })],
  ])('is not found when there is no such %s', async (_name, changes) => {
    const answer = await refused(() => resident.post('/bookings', wish(changes())));
    expect([answer.status, answer.body.code]).toEqual([404, 'not_found']);
  });

  it('is too large when it has a megabyte, whatever is in it', async () => {
    const answer = await refused(() => resident.post('/bookings', wish({ purpose: 'x'.repeat(1024 * 1024) })));
    expect([answer.status, answer.body.code]).toEqual([413, 'request.too_large']);
  });

  it('is told the same by a check, which writes nothing either', async () => {
    const before = await rows();
    const answer = await resident.post<{ allowed: boolean }>('/bookings/check', wish(at('2020-01-07T10:00:00Z', 60)));
    expect([answer.status, answer.body.allowed]).toEqual([200, false]);
    expect(await rows()).toEqual(before);
  });
});

describe('somebody else’s booking', () => {
  let booking: Booking;
  let stranger: Visitor;
  beforeAll(async () => {
    const made = await resident.post<Booking>('/bookings', wish());
    if (made.status !== 201) throw new Error(`the booking answered ${made.status}`);
    booking = made.body;
    stranger = await Visitor.signIn(hub.url, 'vieras@digikeskus.example');
  });

  it('does not exist, and stays as it is', async () => {
    const path = `/bookings/${booking.id}`;
    const reading = await refused(() => stranger.get(path));
    const cancelling = await refused(() => stranger.post(`${path}/cancel`));
    expect([reading.status, cancelling.status]).toEqual([404, 404]);
    expect((await resident.get<Booking>(path)).body.status).toBe('confirmed');
  });

  it('is no different from one that nobody ever made', async () => {
    const answer = await refused(() => stranger.post(`/bookings/${nobody}/cancel`));
    expect([answer.status, answer.body.code]).toEqual([404, 'not_found']);
    expect((await refused(() => stranger.post('/bookings/123/cancel'))).status).toBe(400);
  });
});

describe('a series that makes no sense', () => {
  const series = (changes: object = {}) => ({
    resource: 'podcast-room',
    rrule: 'FREQ=WEEKLY;COUNT=2',
    startsAt: `${dates[0]}T12:00`,
    durationMinutes: 60,
    ...changes,
  });

  it.each([
    ['rrule', 'no end', { rrule: 'FREQ=DAILY' }],
    ['rrule', 'a date every second', { rrule: 'FREQ=SECONDLY;COUNT=100' }],
    ['rrule', 'five hundred dates', { rrule: 'FREQ=DAILY;COUNT=500' }],
    ['rrule', 'dates until the year 9999', { rrule: 'FREQ=WEEKLY;UNTIL=99991231' }],
    ['rrule', 'a 30th of February', { rrule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=1' }],
    ['startsAt', 'a start that the clock skips', { startsAt: '2027-03-28T03:30' }],
    ['startsAt', 'an instant for a wall time', { startsAt: '2027-01-04T12:00:00Z' }],
    ['durationMinutes', '400 days', { durationMinutes: 400 * 24 * 60 }],
    ['durationMinutes', 'less than nothing', { durationMinutes: -60 }],
    ['resources', 'a thousand of them', { resource: undefined, resources: Array.from({ length: 1000 }, nth) }],
  ])('is malformed at its %s when it has %s', async (path, _name, changes) => {
    for (const address of ['/series', '/series/preview']) {
      const answer = await refused(() => staff.post(address, series(changes)));
      expect([answer.status, answer.body.code]).toEqual([400, 'request.invalid']);
      expect(answer.body.errors?.map((error) => error.path)).toContain(path);
    }
  });

  it('is refused when it is in the year 9999', async () => {
    for (const address of ['/series', '/series/preview']) {
      const answer = await refused(() => staff.post(address, series({ startsAt: '9999-01-04T12:00' })));
      expect([answer.status, ...codesOf(answer)]).toEqual([422, 'booking.refused', 'booking.beyond_horizon']);
    }
  });

  it('is not a resident’s to make', async () => {
    const answer = await refused(() => resident.post('/series', series()));
    expect([answer.status, answer.body.code]).toEqual([403, 'auth.forbidden']);
  });

  it('is refused with every date that does not fit', async () => {
    const answer = await refused(() => staff.post('/series', series({ startsAt: '2026-01-05T12:00' })));
    expect([answer.status, answer.body.code]).toEqual([422, 'series.conflicts']);
    expect(answer.body.reasons?.map(({ code }) => code)).toEqual(['booking.in_past', 'booking.in_past']);
  });
});

describe('what staff want for the year 9999', () => {
  const far = at('9999-12-30T10:00:00Z', 60);
  const range = { from: far.startsAt, to: far.endsAt };
  const things = '/hubs/viitasaari';
  const beyond = [422, 'booking.refused', 'booking.beyond_horizon'];

  it.each([
    ['a booking', () => staff.post<ProblemDocument>('/bookings', { resource: 'podcast-room', ...far })],
    ['a closure', () => staff.post<ProblemDocument>(`${things}/closures`, { ...range, reason: 'x' })],
    ['a closure’s preview', () => staff.post<ProblemDocument>(`${things}/closures/preview`, { ...range, reason: 'x' })],
    [
      'a closure until then',
      () => staff.post<ProblemDocument>(`${things}/closures`, { ...range, from: iso(Date.now()), reason: 'x' }),
    ],
    [
      'a thing out of order until then',
      () =>
        staff.post<ProblemDocument>(`${things}/resources/podcast-room/out-of-order`, {
          reason: 'x',
          until: far.endsAt,
        }),
    ],
    [
      'a place in the line',
      () => staff.post<ProblemDocument>('/waiting-list', { resource: 'podcast-room', ...range, durationMinutes: 60 }),
    ],
    ['what is free then', () => staff.get<ProblemDocument>(`${things}/availability?from=${range.from}&to=${range.to}`)],
  ])('is refused: %s', async (_name, ask) => {
    const answer = await refused(ask);
    expect([answer.status, ...codesOf(answer)]).toEqual(expect.arrayContaining(beyond));
  });

  it('is refused: a booking or a series that is moved there', async () => {
    const booking = await staff.post<Booking>('/bookings', wish(at(noonOn(1), 60)));
    expect(booking.status).toBe(201);
    expect((await refused(() => staff.patch(`/bookings/${booking.body.id}`, far))).status).toBe(422);
    const startsAt = `${dates[2]}T12:00`;
    const wanted = { resource: 'podcast-room', rrule: 'FREQ=WEEKLY;COUNT=2', startsAt, durationMinutes: 60 };
    const series = await staff.post<Series>('/series', wanted);
    expect(series.status).toBe(201);
    const path = `/series/${series.body.id}/instances/${series.body.instances[0]?.bookingId}?scope=all`;
    const answer = await refused(() => staff.patch(path, { action: 'move', startsAt: '9999-01-04T12:00' }));
    expect([answer.status, answer.body.code]).toEqual([422, 'series.conflicts']);
    expect(codesOf(answer)).toContain('booking.beyond_horizon');
  });
});

function nth(_: unknown, n: number): string {
  return `pc-${n}`;
}
