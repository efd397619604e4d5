import { PrintingFixture } from '../../../../test/support/printing-fixture.js';
import { BridgeAccessService } from './bridge-access.service.js';
import { BridgePresenceService } from './bridge-presence.service.js';

let fixture: PrintingFixture;
let presence: BridgePresenceService;

beforeAll(async () => {
  fixture = await PrintingFixture.create();
  presence = fixture.get(BridgePresenceService);
});
afterAll(() => fixture.close());
beforeEach(() => fixture.reset());

const bridge = { hub: 'test-hub', bridge: 'bridge-1' };
const printerStates = async () => {
  const rows = await fixture.database.query<{ state: string }>(`SELECT state FROM printer ORDER BY resource_id`);
  return rows.map(({ state }) => state);
};

describe('the death notice of a bridge', () => {
  it('of its current session takes printers and running prints out of sight, and fails none', async () => {
    const id = await fixture.aPrintingJob();
    await fixture.takeJobs('print.plan');
    fixture.live.length = 0;
    await presence.noteState(bridge, { state: 'lost', session: 1 });
    expect(await printerStates()).toEqual(['offline', 'offline']);
    expect(await fixture.status(id)).toBe('unknown');
    expect(await fixture.attempt(id)).toMatchObject({ status: 'unknown', cause: 'bridge_lost', endedAt: null });
    expect(new Set(fixture.live.map(({ topic }) => topic))).toEqual(new Set(['board', 'printers', 'queue']));
    expect(await fixture.takeJobs('print.plan')).toHaveLength(1);
  });

  it('of an earlier session is late and means nothing', async () => {
    const id = await fixture.aPrintingJob();
    await presence.noteState(bridge, { state: 'online', session: 2 });
    await presence.noteState(bridge, { state: 'lost', session: 1 });
    expect(await printerStates()).toContain('printing');
    expect(await fixture.status(id)).toBe('printing');
    const [row] = await fixture.database.query(`SELECT online, session FROM bridge`);
    expect(row).toEqual({ online: true, session: '2' });
  });

  it('of an earlier session means nothing when only the birth of the next was heard', async () => {
    const id = await fixture.aPrintingJob();
    const birth = { v: 1 as const, session: 2, ts: '2026-01-12T10:00:00Z', version: '1', adapters: [], printers: [] };
    await presence.noteBirth(bridge, birth);
    await presence.noteState(bridge, { state: 'lost', session: 1 });
    expect(await fixture.status(id)).toBe('printing');
  });

  it('is followed by snapshots that bring the prints back', async () => {
    const id = await fixture.aPrintingJob();
    await presence.noteState(bridge, { state: 'lost', session: 1 });
    await presence.noteState(bridge, { state: 'online', session: 2 });
    fixture.reportsOf('printer-1').restart();
    await fixture.seeOn('printer-1', id);
    expect(await fixture.status(id)).toBe('printing');
    expect(await fixture.attempt(id)).toMatchObject({ status: 'printing', cause: null });
    expect(await fixture.attempts(id)).toHaveLength(1);
  });

  it('leaves a start and a cancel on their way', async () => {
    const starting = await fixture.aDispatchedJob();
    const cancelling = await fixture.aPrintingJob({ printer: 'printer-2' });
    await fixture.database.query(`UPDATE print_attempt SET status = 'cancelling' WHERE print_job_id = $1`, [
      cancelling,
    ]);
    await fixture.database.query(`UPDATE print_job SET status = 'cancelling' WHERE id = $1`, [cancelling]);
    await presence.noteState(bridge, { state: 'lost', session: 1 });
    expect(await fixture.status(starting)).toBe('dispatching');
    expect(await fixture.status(cancelling)).toBe('cancelling');
  });

  it('heard again tells nobody anything new', async () => {
    await presence.noteState(bridge, { state: 'lost', session: 1 });
    fixture.live.length = 0;
    await fixture.takeJobs('print.plan');
    await presence.noteState(bridge, { state: 'lost', session: 1 });
    expect(fixture.live).toEqual([]);
    expect(await fixture.takeJobs('print.plan')).toEqual([]);
  });

  it('of an unknown bridge means nothing', async () => {
    await presence.noteState({ ...bridge, bridge: 'bridge-2' }, { state: 'lost', session: 9 });
    expect(await printerStates()).toEqual(['idle', 'idle']);
  });
});

describe('a bridge whose pairing is removed', () => {
  const revoke = async () => {
    const [row] = await fixture.database.query<{ id: string }>(`UPDATE bridge SET revoked_at = now() RETURNING id`);
    await fixture.get(BridgeAccessService).apply({ bridgeId: row!.id });
  };

  it('takes its printers and running prints out of sight', async () => {
    const id = await fixture.aPrintingJob();
    await fixture.takeJobs('print.plan');
    await revoke();
    expect(await printerStates()).toEqual(['offline', 'offline']);
    expect(await fixture.status(id)).toBe('unknown');
    expect(await fixture.takeJobs('print.plan')).toHaveLength(1);
  });

  it('is not believed any more, whatever it says', async () => {
    const id = await fixture.aPrintingJob();
    await revoke();
    await fixture.seeOn('printer-1', id);
    await presence.noteState(bridge, { state: 'online', session: 2 });
    expect(await printerStates()).toEqual(['offline', 'offline']);
    expect(await fixture.status(id)).toBe('unknown');
    const [row] = await fixture.database.query(`SELECT online, session FROM bridge`);
    expect(row).toEqual({ online: false, session: '1' });
  });

  it('is believed again once it is paired again', async () => {
    const id = await fixture.aPrintingJob();
    await revoke();
    await fixture.database.query(`UPDATE bridge SET revoked_at = NULL`);
    await fixture.seeOn('printer-1', id);
    expect(await fixture.status(id)).toBe('printing');
  });

  it('leaves another that is paired alone', async () => {
    const id = await fixture.aPrintingJob();
    const [row] = await fixture.database.query<{ id: string }>(`SELECT id FROM bridge`);
    await fixture.get(BridgeAccessService).apply({ bridgeId: row!.id });
    expect(await fixture.status(id)).toBe('printing');
  });
});
