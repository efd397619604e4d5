import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BridgeFixture, hubBrokers } from '../../test/support/bridge-fixture.js';
import { eventually } from '../../test/support/eventually.js';
import { aPrint, plainCommand, startOf } from '../../test/support/server-side.js';
import { CommandJournal } from './journal/command-journal.js';
import { EventOutbox } from './outbox/event-outbox.js';
import { BridgeStore } from './store/bridge-store.js';

jest.setTimeout(40_000);

describe.each(hubBrokers)('what a bridge outlives on $name', ({ start }) => {
  let hub: BridgeFixture;

  beforeEach(async () => {
    hub = await BridgeFixture.open(start);
  });
  afterEach(() => hub.close());

  it('says who it is, that it is there, and how its printers are', async () => {
    await hub.run();
    const session = hub.server.status?.session;
    expect(hub.server.infos.at(-1)).toMatchObject({
      session,
      adapters: expect.arrayContaining(['virtual', 'moonraker']),
      printers: [{ slug: 'prusa', model: 'Virtual One', capabilities: { pause: true } }],
    });
    await eventually('it says that it is there', () => hub.server.states.length === 1);
    expect(hub.server.states).toEqual([{ state: 'online', session }]);
    expect(hub.server.status).toMatchObject({ seq: 1, job: null, localPrint: false, plate: 'clear' });
    await hub.stop();
    await eventually('it says goodbye', () => hub.server.states.length === 2);
    expect(hub.server.states[1]).toEqual({ state: 'lost', session });
  });

  it('counts its sessions, and numbers every message of one without a gap', async () => {
    await hub.run();
    const first = hub.server.status?.session ?? Infinity;
    await hub.stop();
    await hub.run();
    await hub.server.start(aPrint(hub.files.offer(50)));
    await hub.server.seen('awaiting_clear');
    const second = hub.server.statuses.filter(({ session }) => session > first).map(({ seq }) => seq);
    expect(second.length).toBeGreaterThan(1);
    expect(second).toEqual(second.map((_, index) => index + 1));
  });

  it('starts nothing on a plate that nobody has cleared, not even after a restart', async () => {
    await hub.run();
    await hub.server.start(aPrint(hub.files.offer(50)));
    await hub.server.seen('awaiting_clear');
    const next = aPrint(hub.files.offer(50));
    await expect(hub.server.start(next)).resolves.toEqual({ phase: 'rejected', code: 'plate_not_clear' });
    await hub.stop();
    await hub.run();
    expect(hub.server.status).toMatchObject({ state: 'awaiting_clear', plate: 'awaiting_clear' });
    await expect(hub.server.start(next)).resolves.toEqual({ phase: 'rejected', code: 'plate_not_clear' });

    await expect(hub.server.send(plainCommand('clear_plate'))).resolves.toEqual({ phase: 'done', code: null });
    await hub.server.seen('idle');
    expect(hub.server.status).toMatchObject({ job: null, plate: 'clear' });
    await expect(hub.server.start(next)).resolves.toEqual({ phase: 'done', code: null });
    await eventually('the clearing is told', () => hub.server.eventTypes.includes('plate_cleared'));
    expect(await hub.starts()).toHaveLength(2);
  });

  it('passes on that the printer refuses a file, and leaves the plate clear', async () => {
    hub.expectedErrors.push('could not be started');
    await hub.run({ rejectStart: true });
    const answer = await hub.server.start(aPrint(hub.files.offer(100)));
    expect(answer).toEqual({ phase: 'failed', code: 'printer_error' });
    expect(hub.server.status).toMatchObject({ state: 'idle', plate: 'clear' });
  });

  it('shows a printer that cannot be reached as offline, and starts nothing on it', async () => {
    await hub.run({ disconnected: true });
    await hub.server.seen('offline');
    await expect(hub.server.start(aPrint(hub.files.offer(1)))).resolves.toEqual({
      phase: 'rejected',
      code: 'printer_offline',
    });
  });

  it('gives birth again when it is asked to', async () => {
    await hub.run();
    const [infos, statuses] = [hub.server.infos.length, hub.server.statuses.length];
    const session = hub.server.status?.session;
    await hub.server.rebirth();
    await eventually(
      'it is born again',
      () => hub.server.infos.length > infos && hub.server.statuses.length > statuses,
    );
    expect(hub.server.status).toMatchObject({ state: 'idle', session });
  });

  it('goes on where the machine is after a restart, and tells the end', async () => {
    await hub.run({}, 20);
    const print = aPrint(hub.files.offer(60));
    await hub.server.start(print);
    await hub.server.seen('printing');
    const before = hub.server.status?.job?.progress ?? 0;
    await hub.stop();
    await hub.run({}, 20);
    expect(hub.server.status).toMatchObject({ state: 'printing', job: { startToken: print.startToken } });
    expect(hub.server.status?.job?.progress).toBeGreaterThan(before);
    await hub.server.seen('awaiting_clear');
    await eventually('the end is told', () => hub.server.events.length === 2);
    expect(hub.server.eventTypes).toEqual(['print_started', 'print_completed']);
    expect(await hub.starts()).toHaveLength(1);
  });

  it('delivers what happened without a broker, in order and exactly as it was written down', async () => {
    await hub.run();
    const print = aPrint(hub.files.offer(100));
    await hub.server.start(print);
    await hub.server.seen('printing');
    await hub.loseBroker();
    const machineFile = join(hub.dataDir, 'virtual', 'prusa.json');
    await eventually('the print ends', async () => (await readFile(machineFile, 'utf8')).includes('"completed"'));
    await eventually('the bridge has seen it', () => hub.log.some((line) => line.includes('print_completed')));
    await hub.stop();

    const store = await BridgeStore.open(join(hub.dataDir, 'store'));
    const written = (await (await EventOutbox.open(store)).pending()).map(({ event }) => event);
    await store.close();
    expect(written.map(({ type }) => type)).toContain('print_completed');

    await hub.bringBrokerBack();
    await hub.run();
    await eventually('all of them arrive', () => hub.server.events.length === written.length);
    expect(hub.server.events).toEqual(written);
    expect(hub.server.status).toMatchObject({
      state: 'awaiting_clear',
      job: { jobId: print.jobId, outcome: 'completed' },
    });
  });

  it('comes back by itself when the broker does: birth, snapshots, then what is still to be told', async () => {
    await hub.run();
    await hub.server.start(aPrint(hub.files.offer(300)));
    await hub.server.seen('printing');
    await eventually('the start is told', () => hub.server.events.length === 1);
    await hub.loseBroker();
    await hub.bringBrokerBack();
    await eventually('it is online', () => hub.server.states.at(-1)?.state === 'online', 20_000);
    await hub.server.seen('awaiting_clear');
    await eventually('the end is told', () => hub.server.events.length === 1);
    expect(hub.server.events[0]).toMatchObject({ type: 'print_completed', seq: 2 });
  });

  it('takes a start that a crash left open for unknown: the plate is latched, and the print is not started again', async () => {
    const print = aPrint(hub.files.offer(50));
    const command = startOf(print);
    const store = await BridgeStore.open(join(hub.dataDir, 'store'));
    const { jobId, attempt, startToken } = print;
    await new CommandJournal(store).begin({
      id: command.id,
      printer: 'prusa',
      type: 'start',
      receivedAt: new Date().toISOString(),
      phase: 'received',
      code: null,
      start: { reference: { jobId, attempt, startToken }, handedOver: true },
    });
    await store.close();

    await hub.run();
    await eventually('it is answered', () => hub.server.acks.length > 0);
    expect(hub.server.acks[0]).toMatchObject({ cmdId: command.id, phase: 'unknown', code: 'crashed' });
    expect(hub.server.status).toMatchObject({ state: 'awaiting_clear', plate: 'awaiting_clear' });
    const again = [await hub.server.send(command), await hub.server.start(print)];
    expect(again.map(({ phase }) => phase)).toEqual(['unknown', 'unknown']);
    expect(hub.files.requested).toEqual([]);
  });
});
