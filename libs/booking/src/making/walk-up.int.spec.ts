import { BookingFixture } from '../../../../test/support/booking-fixture.js';
import { endOf, reasonsOf, refusal } from '../../../../test/support/refusal.js';
import { tallyDone } from '../../../../test/support/tally.js';
import type { Asking } from '../booking/asking.js';
import { BookingService } from '../booking/booking.service.js';
import { BookingLifecycle } from '../life/booking-lifecycle.service.js';
import { WalkUpService } from './walk-up.service.js';

let fixture: BookingFixture;
let person: Asking;

beforeAll(async () => {
  fixture = await BookingFixture.create();
});
afterAll(() => fixture.close());
beforeEach(async () => {
  await fixture.reset();
  person = await fixture.aPerson();
  goTo('08:00');
});

const at = (time: string) => `2026-01-12T${time}:00.000Z`;
const service = () => fixture.get(WalkUpService);
const target = (resource: string) => ({ hub: 'test-hub', resource });
const useNow = (resource: string, by = person, key?: string) => service().useNow(target(resource), by, key);
const check = (resource: string) => service().check(target(resource), person);
const show = (id: string) => fixture.get(BookingService).get(id, person);

function goTo(time: string): void {
  fixture.clock.advance((Date.parse(at(time)) - fixture.clock.now().getTime()) / 60_000);
}

describe('using a free thing at once', () => {
  it('is a booking that is checked in to as it is made, for half an hour from this minute', async () => {
    goTo('08:07');
    const id = await useNow('podcast-room');
    expect(await show(id)).toMatchObject({
      status: 'in_use',
      startsAt: at('08:07'),
      endsAt: at('08:37'),
      checkedInAt: at('08:07'),
      version: 1,
    });
    expect(await fixture.actions(id)).toEqual(['booking.use-now']);
    expect(await fixture.letterNames()).toEqual([]);
  });

  it('is over by itself when its time is', async () => {
    const id = await useNow('podcast-room');
    goTo('08:30');
    await fixture.get(BookingLifecycle).advance({ bookingId: id });
    expect((await show(id)).status).toBe('completed');
  });

  it('ends before what is booked next, and takes its parts along', async () => {
    await fixture.book({ resource: 'studio', startsAt: at('08:30'), endsAt: at('09:30') }, await fixture.aPerson());
    goTo('08:05');
    expect(await check('studio')).toEqual({ allowed: true, endsAt: at('08:30'), reasons: [] });
    await useNow('studio');
    expect(await fixture.occupied()).toEqual([
      'camera-kit 08:05–08:30',
      'camera-kit 08:30–09:30',
      'studio 08:05–08:30',
      'studio 08:30–09:30',
    ]);
  });

  it('leaves the time that cleaning takes', async () => {
    await fixture.book({ resource: 'vr-1', startsAt: at('08:45'), endsAt: at('09:45') }, await fixture.aPerson());
    await useNow('vr-1');
    expect((await fixture.occupied())[0]).toBe('vr-1 08:00–08:40');
  });

  it('is refused with every reason, and the check says the same', async () => {
    await fixture.setPolicy({ maxActivePerPerson: 0, approvalOverMinutes: 0 });
    const reasons = ['booking.too_many_active', 'booking.approval_required'];
    expect(reasonsOf(await refusal(useNow('podcast-room')))).toEqual(reasons);
    const { allowed, endsAt, reasons: told } = await check('podcast-room');
    expect([allowed, endsAt, told.map(({ code }) => code)]).toEqual([false, null, reasons]);
    expect(await fixture.occupied()).toEqual([]);
  });

  it('is refused when somebody uses it, and for what the hub does not have', async () => {
    await useNow('podcast-room', await fixture.aPerson());
    expect(await endOf(useNow('podcast-room'))).toBe('booking.overlap');
    expect(await endOf(useNow('sauna'))).toBe('not_found');
  });

  it('is one booking however often the same request comes', async () => {
    const first = await useNow('podcast-room', person, 'key');
    goTo('08:01');
    expect(await useNow('podcast-room', person, 'key')).toBe(first);
    expect(await endOf(useNow('studio', person, 'key'))).toBe('idempotency.key_reused');
  });

  it('is for exactly one of fifty who press at the same moment', async () => {
    const people = await fixture.people(50);
    const answers = await tallyDone(people.map((each) => useNow('podcast-room', each)));
    expect(answers).toEqual({ done: 1, 'booking.overlap': 49 });
  });

  it('and booking the same thing never both succeed', async () => {
    const wish = { resource: 'podcast-room', startsAt: at('08:15'), endsAt: at('09:15') };
    const [walker, booker] = await fixture.people(2);
    const answers = await tallyDone([useNow('podcast-room', walker), fixture.book(wish, booker as Asking)]);
    expect(answers).toEqual({ done: 1, 'booking.overlap': 1 });
  });
});
