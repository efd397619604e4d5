import { BookingFixture } from '../../../../test/support/booking-fixture.js';
import { tallyDone } from '../../../../test/support/tally.js';
import type { Asking } from '../booking/asking.js';
import { OutOfOrderService } from '../closing/out-of-order.service.js';
import { FaultPersonalData } from './fault-personal-data.js';
import { FaultService } from './fault.service.js';

let fixture: BookingFixture;
let faults: FaultService;
let staff: Asking;
let visitor: Asking;

beforeAll(async () => {
  fixture = await BookingFixture.create();
  faults = fixture.get(FaultService);
  staff = await fixture.aPerson({ staff: true });
  visitor = await fixture.aPerson();
});
afterAll(() => fixture.close());
beforeEach(async () => {
  await fixture.reset();
  await fixture.database.query(`TRUNCATE fault_report`);
});

const report = (text: string | null = 'The lamp is broken', resource = 'studio') =>
  faults.report({ hub: 'test-hub', resource }, { text, viewer: visitor.viewer });
const close = (id: string, { viewer } = staff) => faults.close({ hub: 'test-hub', id }, { done: 'A new lamp', viewer });
const open = () => faults.open('test-hub', staff);

describe('a reported fault', () => {
  it('is on the list of the staff until they have seen to it, without the name of who reported it', async () => {
    const { id } = await report();
    const resource = expect.objectContaining({ slug: 'studio', isOutOfOrder: false }) as unknown;
    const reportedAt = fixture.clock.now().toISOString();
    expect(await open()).toEqual([{ id, resource, text: 'The lamp is broken', reportedAt }]);
    await close(id);
    expect(await open()).toEqual([]);
    expect(await fixture.actions(fixture.id('studio'))).toEqual(
      expect.arrayContaining(['fault.report', 'fault.close']),
    );
  });

  it('is told to staff who want to know, as what its reporter knows already', async () => {
    await report();
    expect(await fixture.newsForStaff()).toMatchObject([
      { topic: 'fault', causedBy: visitor.viewer.accountId, resourceId: fixture.id('studio') },
    ]);
  });

  it('needs no words', async () => {
    await report(null);
    expect(await open()).toMatchObject([{ text: null }]);
  });

  it('says whether its thing has been put out of order', async () => {
    await report();
    const asked = { asking: staff, isPreview: false };
    await fixture.get(OutOfOrderService).putOut({ hub: 'test-hub', resource: 'studio' }, { reason: 'Lamp' }, asked);
    expect(await open()).toMatchObject([{ resource: { isOutOfOrder: true } }]);
  });

  it('is seen to once, however many do it at the same time', async () => {
    const { id } = await report();
    const outcomes = await tallyDone([1, 2, 3].map(() => close(id)));
    expect(outcomes).toEqual({ done: 1, 'fault.closed': 2 });
  });

  it('is of something that is there', async () => {
    await expect(report('?', 'no-such-thing')).rejects.toMatchObject({ code: 'not_found' });
    await expect(close(fixture.id('hub'))).rejects.toMatchObject({ code: 'not_found' });
  });

  it('is the staff’s to read and to close', async () => {
    const { id } = await report();
    await expect(faults.open('test-hub', visitor)).rejects.toMatchObject({ code: 'auth.forbidden' });
    await expect(close(id, visitor)).rejects.toMatchObject({ code: 'auth.forbidden' });
  });

  it('loses its words with the person who wrote them, and stays', async () => {
    await report();
    const { accountId, email } = visitor.viewer;
    const data = fixture.get(FaultPersonalData);
    const [section] = await data.exportFor({ accountId, email });
    expect(section?.rows).toMatchObject([{ resource: 'studio', text: 'The lamp is broken' }]);
    await fixture.database.transaction((tx) => data.erase(tx, { accountId, email }));
    expect(await open()).toMatchObject([{ text: null }]);
  });

  it('is forgotten two years after it was seen to, and not before', async () => {
    const data = fixture.get(FaultPersonalData);
    await close((await report()).id);
    await report('Still broken');
    const inDays = (days: number) => new Date(fixture.clock.now().getTime() + days * 86_400_000);
    const count = async () => (await fixture.database.query(`SELECT FROM fault_report`)).length;
    await data.expire(inDays(729));
    expect(await count()).toBe(2);
    await data.expire(inDays(731));
    expect(await count()).toBe(1);
  });
});
