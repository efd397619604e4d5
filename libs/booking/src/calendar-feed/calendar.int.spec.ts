import { BookingFixture } from '../../../../test/support/booking-fixture.js';
import { Calendar } from '../calendar/calendar.js';

let fixture: BookingFixture;
let calendar: Calendar;
let attemptId: string;

const at = (time: string) => new Date(`2026-01-12T${time}:00Z`);

beforeAll(async () => {
  fixture = await BookingFixture.create();
  calendar = fixture.get(Calendar);
});
afterAll(() => fixture.close());
beforeEach(async () => {
  await fixture.reset();
  attemptId = await fixture.aPrintAttempt();
});

const occupy = (from: Date, to: Date) =>
  fixture.database.transaction((tx) =>
    calendar.occupyForPrint(tx, { resourceId: fixture.id('printer-1'), attemptId, from, to }),
  );
const entries = async () =>
  (
    await calendar.allocationsOf(fixture.database, {
      resourceIds: [fixture.id('printer-1')],
      from: at('00:00'),
      to: at('23:59'),
    })
  ).map((entry) => [entry.kind, entry.startsAt.toISOString().slice(11, 16), entry.endsAt.toISOString().slice(11, 16)]);

describe('a print in the calendar', () => {
  it('occupies its printer, and nobody can book it then', async () => {
    expect(await occupy(at('10:00'), at('11:00'))).toBe(true);
    expect(await entries()).toEqual([['print', '10:00', '11:00']]);
    const booking = fixture.book({ resource: 'printer-1' }, await fixture.aPerson());
    await expect(booking).rejects.toMatchObject({ code: 'booking.overlap' });
  });

  it('does not start into somebody’s booking', async () => {
    await fixture.book({ resource: 'printer-1' }, await fixture.aPerson());
    expect(await occupy(at('09:00'), at('10:01'))).toBe(false);
    expect(await occupy(at('09:00'), at('10:00'))).toBe(true);
  });

  it('is prolonged and shortened as its estimate moves', async () => {
    await occupy(at('10:00'), at('11:00'));
    for (const end of ['12:00', '10:30']) {
      const moved = fixture.database.transaction((tx) => calendar.prolongPrint(tx, { attemptId, to: at(end) }));
      expect(await moved).toBe('prolonged');
      expect(await entries()).toEqual([['print', '10:00', end]]);
    }
  });

  it('is not prolonged into a booking, and the transaction goes on', async () => {
    await occupy(at('08:00'), at('09:00'));
    await fixture.book({ resource: 'printer-1' }, await fixture.aPerson());
    const [outcome, alive] = await fixture.database.transaction(async (tx) => [
      await calendar.prolongPrint(tx, { attemptId, to: at('10:01') }),
      await tx.query(`SELECT 1 AS alive`),
    ]);
    expect([outcome, alive]).toEqual(['collides', [{ alive: 1 }]]);
    expect(await entries()).toContainEqual(['print', '08:00', '09:00']);
  });

  it('cannot be prolonged when it occupies nothing', async () => {
    const prolong = fixture.database.transaction((tx) => calendar.prolongPrint(tx, { attemptId, to: at('12:00') }));
    await expect(prolong).rejects.toThrow(/occupies no printer/);
  });

  it('gives back the rest of its time when it ends early', async () => {
    await occupy(at('10:00'), at('12:00'));
    await fixture.database.transaction((tx) => calendar.endPrint(tx, { attemptId, at: at('10:45') }));
    expect(await entries()).toEqual([['print', '10:00', '10:45']]);
  });

  it('leaves nothing behind when it ends before it began, and does not grow when it ends late', async () => {
    await occupy(at('10:00'), at('12:00'));
    await fixture.database.transaction((tx) => calendar.endPrint(tx, { attemptId, at: at('13:00') }));
    expect(await entries()).toEqual([['print', '10:00', '12:00']]);
    await fixture.database.transaction((tx) => calendar.endPrint(tx, { attemptId, at: at('10:00') }));
    expect(await entries()).toEqual([]);
  });
});

it('gives opening periods as instants', async () => {
  expect(await calendar.openingPeriods('test-hub', at('10:00'), at('12:00'))).toEqual([
    { startsAt: at('07:00'), endsAt: at('18:00') },
  ]);
});

it('the calendar refuses a second active row at the same time, whoever writes it', async () => {
  const insert = () =>
    fixture.database.query(
      `INSERT INTO allocation (resource_id, during, kind) VALUES ($1, '[2026-01-12T10:00Z,2026-01-12T11:00Z)', 'workshop')`,
      [fixture.id('studio')],
    );
  await insert();
  await expect(insert()).rejects.toThrow(/allocation_no_overlap/);
});
