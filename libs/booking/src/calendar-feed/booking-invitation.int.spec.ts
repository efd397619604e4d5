import type { MailCalendar } from '#libs/contracts';
import { BookingFixture } from '../../../../test/support/booking-fixture.js';
import { BookingService } from '../booking/booking.service.js';

let fixture: BookingFixture;

beforeAll(async () => {
  fixture = await BookingFixture.create();
});
afterAll(() => fixture.close());
beforeEach(() => fixture.reset());

async function invitations(): Promise<MailCalendar[]> {
  const rows = await fixture.database.query<{ calendar: MailCalendar }>(
    `SELECT payload->'calendar' AS calendar FROM outbox WHERE job_name = 'mail.send' AND payload ? 'calendar' ORDER BY id`,
  );
  return rows.map(({ calendar }) => calendar);
}

describe('the letters about a booking', () => {
  it('put it into the person’s calendar, and take the same entry out again', async () => {
    const person = await fixture.aPerson();
    const { id, startsAt } = await fixture.book({}, person);
    await fixture.get(BookingService).cancel(id, person);
    const [made, cancelled, ...others] = await invitations();
    expect(others).toEqual([]);
    expect(made).toMatchObject({ method: 'REQUEST', organizer: 'Test hub' });
    const event = { uid: `${id}@digikeskus`, title: 'podcast-room', startsAt };
    expect(made?.events).toMatchObject([{ ...event, sequence: 0, status: 'CONFIRMED' }]);
    expect(cancelled).toMatchObject({ method: 'CANCEL' });
    expect(cancelled?.events).toMatchObject([{ ...event, sequence: 1, status: 'CANCELLED' }]);
  });
});
