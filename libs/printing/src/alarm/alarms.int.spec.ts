import type { Viewer } from '#libs/people';
import { AlarmViewService } from '#libs/printing';
import { PrintingFixture } from '../../../../test/support/printing-fixture.js';
import { BridgePresenceService } from '../bridge/bridge-presence.service.js';
import { MachineKeeping } from '../privacy/machine-keeping.js';
import { TemperatureRecorder } from '../temperature/temperature-recorder.js';
import { AlarmRounds } from './alarm-rounds.js';

let fixture: PrintingFixture;
let staff: Viewer;

beforeAll(async () => {
  fixture = await PrintingFixture.create();
  staff = await fixture.aPerson({ staff: true });
});
afterAll(() => fixture.close());
beforeEach(async () => {
  fixture.clock.advance(1);
  await fixture.get(TemperatureRecorder).flush();
  await fixture.reset();
  await fixture.database.query(`TRUNCATE machine_alarm, printer_temperature`);
  await fixture.database.query(`UPDATE bridge SET seen_at = $1`, [fixture.clock.now()]);
  for (const slug of ['printer-1', 'printer-2']) await fixture.see(slug);
});

const address = { hub: 'test-hub', bridge: 'bridge-1' };
const sweep = () => fixture.get(AlarmRounds).sweep();
const standing = async () =>
  (await fixture.get(AlarmViewService).standing('test-hub', staff, 'en')).map(
    ({ kind, printer, bridge }) => `${kind} ${printer?.slug ?? bridge}`,
  );
const raised = async () => {
  const [row] = await fixture.database.query<{ count: number }>(`SELECT count(*)::int FROM machine_alarm`);
  return row?.count;
};
const say = (state: 'online' | 'lost') => fixture.get(BridgePresenceService).noteState(address, { state, session: 1 });
/** Time goes by, while the bridge tells of its printers and somebody looks, twice a minute. */
async function pass(minutes: number, tell: () => Promise<unknown> = async () => undefined): Promise<void> {
  for (let half = 0; half < minutes * 2; half += 1) {
    fixture.clock.advance(0.5);
    await tell();
    await sweep();
  }
}
const both = async () => {
  await fixture.see('printer-1');
  await fixture.see('printer-2');
};

describe('a bridge that is away', () => {
  it('is told after two minutes, once, without its printers, and no more when it has been back for two', async () => {
    await say('lost');
    await pass(1.5);
    expect(await standing()).toEqual([]);
    fixture.live.length = 0;
    await pass(10);
    expect(await standing()).toEqual(['bridge_offline bridge-1']);
    expect(fixture.live).toEqual([{ topic: 'printers', hub: 'test-hub' }]);
    await say('online');
    await pass(1.5, both);
    expect(await standing()).toEqual(['bridge_offline bridge-1']);
    await pass(2, both);
    expect(await standing()).toEqual([]);
    expect(await raised()).toBe(1);
  });

  it('is one alarm, however often it comes and goes', async () => {
    await say('lost');
    await pass(3);
    for (let times = 0; times < 5; times += 1) {
      await say('online');
      await pass(1, both);
      await say('lost');
      await pass(3);
    }
    expect(await standing()).toEqual(['bridge_offline bridge-1']);
    expect(await raised()).toBe(1);
  });

  it('is none when its line breaks for a moment again and again', async () => {
    for (let times = 0; times < 5; times += 1) {
      await say('lost');
      await pass(1);
      await say('online');
      await pass(1, both);
    }
    expect(await raised()).toBe(0);
  });

  it('is told once by two workers that look at the same time', async () => {
    await say('lost');
    fixture.clock.advance(3);
    await Promise.all([sweep(), sweep(), sweep()]);
    expect(await raised()).toBe(1);
    expect(await fixture.takeJobs('staff.notify')).toMatchObject([
      { payload: { topic: 'alarm', alarm: 'bridge_offline', resourceId: null, causedBy: null } },
    ]);
  });
});

describe('a printer', () => {
  it('that is switched off is told after two minutes, and no more when it is back', async () => {
    const off = async () => {
      await fixture.see('printer-1', { state: 'offline' });
      await fixture.see('printer-2');
    };
    await pass(3, off);
    expect(await standing()).toEqual(['printer_offline printer-1']);
    expect(await fixture.takeJobs('staff.notify')).toMatchObject([
      { payload: { topic: 'alarm', alarm: 'printer_offline', resourceId: fixture.printerId('printer-1') } },
    ]);
    await pass(3, both);
    expect(await standing()).toEqual([]);
  });

  it('that its bridge says nothing of is told', async () => {
    await pass(3, () => fixture.see('printer-2'));
    expect(await standing()).toEqual(['printer_offline printer-1']);
  });

  it('that staff have put out of order is left in peace', async () => {
    await fixture.database.query(`UPDATE resource SET out_of_order_reason = 'cleaning' WHERE slug = 'printer-1'`);
    await pass(3, () => fixture.see('printer-2'));
    await fixture.database.query(`UPDATE resource SET out_of_order_reason = NULL`);
    expect(await raised()).toBe(0);
  });

  it('whose print stands is told, and no more when it goes on', async () => {
    const id = await fixture.aPrintingJob();
    const at = (progress: number) => async () => {
      await fixture.seeOn('printer-1', id, { print: { progress } });
      await fixture.see('printer-2');
    };
    await pass(14, at(0.5));
    expect(await standing()).toEqual([]);
    await pass(2, at(0.5));
    expect(await standing()).toEqual(['stalled printer-1']);
    await pass(0.5, at(0.51));
    expect(await standing()).toEqual([]);
  });

  it('that is hotter than it was told to be is told with how hot, and no more when it has cooled', async () => {
    const warm = (nozzle: number) => async () => {
      const celsius = { nozzle, nozzleTarget: 210, bed: 60, bedTarget: 60 };
      fixture.get(TemperatureRecorder).note(fixture.address('printer-1'), celsius);
      fixture.clock.advance(1 / 6);
      await fixture.get(TemperatureRecorder).flush();
      await both();
    };
    await pass(3, warm(212));
    expect(await standing()).toEqual([]);
    await pass(3, warm(231));
    const [alarm] = await fixture.get(AlarmViewService).standing('test-hub', staff, 'en');
    expect(alarm).toMatchObject({ kind: 'too_hot', heat: { heater: 'nozzle', celsius: 231 } });
    expect(await fixture.takeJobs('staff.notify')).toMatchObject([
      { payload: { topic: 'too_hot', resourceId: fixture.printerId('printer-1') } },
    ]);
    await pass(3, warm(210));
    expect(await standing()).toEqual([]);
  });
});

describe('looking at the machines', () => {
  it('is one query when nothing has changed, however many there are', async () => {
    await sweep();
    const [query, transaction] = [jest.spyOn(fixture.database, 'query'), jest.spyOn(fixture.database, 'transaction')];
    await sweep();
    expect([query.mock.calls.length, transaction.mock.calls.length]).toEqual([1, 0]);
    query.mockRestore();
    transaction.mockRestore();
  });

  it('is for the staff of the hub', async () => {
    const views = fixture.get(AlarmViewService);
    await expect(views.standing('test-hub', await fixture.aPerson(), 'en')).rejects.toMatchObject({
      code: 'auth.forbidden',
    });
  });

  it('forgets what was over a year ago, and nothing that stands', async () => {
    await say('lost');
    await pass(3);
    const later = new Date(fixture.clock.now().getTime() + 366 * 24 * 3600_000);
    await fixture.get(MachineKeeping).expire(later);
    expect(await raised()).toBe(1);
    await say('online');
    await pass(3, both);
    await fixture.get(MachineKeeping).expire(later);
    expect(await raised()).toBe(0);
  });
});
