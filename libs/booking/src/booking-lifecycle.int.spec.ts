import { BookingFixture } from '../../../test/support/booking-fixture.js';
import type { Asking } from './asking.js';
import { BookingLifecycle } from './booking-lifecycle.service.js';
import { BookingService } from './booking.service.js';

let fixture: BookingFixture;
let lifecycle: BookingLifecycle;
let resident: Asking;

beforeAll(async () => {
  fixture = await BookingFixture.create();
  lifecycle = fixture.get(BookingLifecycle);
});
afterAll(() => fixture.close());
beforeEach(async () => {
  await fixture.reset();
  resident = await fixture.aPerson();
});

const show = (id: string) => fixture.get(BookingService).get(id, resident);
const advanceJobs = () =>
  fixture.database.query<{ run_at: Date }>(`SELECT run_at FROM outbox WHERE job_name = 'booking.advance'`);

describe('a booking whose time is over', () => {
  it('is completed, once, however often the job comes', async () => {
    const { id } = await fixture.book({}, resident);
    fixture.clock.advance(5 * 60);
    await lifecycle.advance({ bookingId: id });
    await lifecycle.advance({ bookingId: id });
    expect(await show(id)).toMatchObject({ status: 'completed', version: 2 });
  });

  it('is completed when the process starts, though its job was lost', async () => {
    const { id } = await fixture.book({}, resident);
    fixture.clock.advance(5 * 60);
    await lifecycle.onApplicationBootstrap();
    expect((await show(id)).status).toBe('completed');
  });

  it('stays cancelled when it was cancelled', async () => {
    const { id } = await fixture.book({}, resident);
    await fixture.get(BookingService).cancel(id, resident);
    fixture.clock.advance(5 * 60);
    await lifecycle.advance({ bookingId: id });
    expect((await show(id)).status).toBe('cancelled');
  });
});

it('a job that comes too early leaves the booking as it is and comes again at its end', async () => {
  const { id, endsAt } = await fixture.book({}, resident);
  await lifecycle.advance({ bookingId: id });
  expect(await show(id)).toMatchObject({ status: 'confirmed', version: 1 });
  expect((await advanceJobs()).map((job) => job.run_at.toISOString())).toEqual([endsAt, endsAt]);
});

it('a job for a booking that no longer exists does nothing', async () => {
  await lifecycle.advance({ bookingId: fixture.id('hub') });
  expect(await advanceJobs()).toEqual([]);
});
