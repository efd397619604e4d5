import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { mosquittoAvailable, startAedes, startMosquitto, type TestBroker } from '../../test/support/brokers.js';
import { eventually } from '../../test/support/eventually.js';
import { PrintServer } from '../../test/support/print-server.js';
import {
  aPrint,
  bridgeAccount,
  jobCommand,
  place,
  plainCommand,
  ServerSide,
  serverAccount,
  startOf,
} from '../../test/support/server-side.js';
import type { VirtualMachine } from './adapters/virtual/machine.js';
import type { VirtualFaults } from './bridge-options.js';
import { startBridge, type RunningBridge } from './bridge.js';
import { EventOutbox } from './outbox/event-outbox.js';
import { BridgeStore } from './store/bridge-store.js';

/** The access list that the production profile gives the broker. */
const accessList = resolve('docker/mosquitto/acl');

const brokers = [
  { name: 'aedes', start: (port?: number) => startAedes(port) },
  ...(mosquittoAvailable()
    ? [
        {
          name: 'mosquitto',
          start: async (port?: number) => {
            const acl = await readFile(accessList, 'utf8');
            return startMosquitto({ accounts: [serverAccount, bridgeAccount], acl }, port);
          },
        },
      ]
    : []),
];

jest.setTimeout(40_000);

describe.each(brokers)('a bridge on $name', ({ start }) => {
  let broker: TestBroker;
  let dataDir: string;
  let files: PrintServer;
  let server: ServerSide;
  let bridge: RunningBridge | null;
  let log: string[];

  const run = async (faults: VirtualFaults = {}, speed = 100): Promise<void> => {
    bridge = await startBridge({
      ...place,
      mqtt: { url: broker.url, ...bridgeAccount },
      dataDir,
      printers: [{ slug: 'prusa', adapter: 'virtual', model: 'Virtual One', speed, faults }],
      log: {
        info: (message) => log.push(message),
        warn: (message) => log.push(`warning: ${message}`),
        error: (message, cause) => log.push(`error: ${message} ${String(cause)}`),
      },
    });
    const session = Number(/session (\d+)/.exec(log.findLast((line) => line.includes('session')) ?? '')?.[1]);
    await eventually(`session ${session} is there`, () => server.status?.session === session);
  };
  const stop = async (): Promise<void> => {
    await bridge?.stop();
    bridge = null;
  };
  const starts = async (): Promise<VirtualMachine['starts']> => {
    const machine = JSON.parse(await readFile(join(dataDir, 'virtual', 'prusa.json'), 'utf8')) as VirtualMachine;
    return machine.starts;
  };

  beforeEach(async () => {
    [bridge, log] = [null, []];
    [broker, dataDir] = [await start(), await mkdtemp(join(tmpdir(), 'dk-bridge-'))];
    files = new PrintServer();
    await files.open();
    server = new ServerSide(broker);
    await server.open();
  });

  afterEach(async () => {
    await stop();
    await server.close();
    await files.close();
    await broker.stop();
    await rm(dataDir, { recursive: true, force: true });
    expect(server.faults).toEqual([]);
    expect(log.filter((line) => line.startsWith('error'))).toEqual([]);
  });

  it('says who it is, that it is there, and how its printers are', async () => {
    await run();
    expect(server.infos.at(-1)).toMatchObject({
      session: 1,
      adapters: ['virtual'],
      printers: [{ slug: 'prusa', model: 'Virtual One', capabilities: { pause: true } }],
    });
    expect(server.states).toEqual([{ state: 'online', session: 1 }]);
    expect(server.status).toMatchObject({ session: 1, seq: 1, job: null, localPrint: false, plate: 'clear' });
    await stop();
    await eventually('it says goodbye', () => server.states.length === 2);
    expect(server.states[1]).toEqual({ state: 'lost', session: 1 });
  });

  it('counts its sessions, and numbers every message of one without a gap', async () => {
    await run();
    await stop();
    await run();
    await server.start(aPrint(files.offer(50)));
    await server.seen('awaiting_clear');
    const second = server.statuses.filter(({ session }) => session === 2).map(({ seq }) => seq);
    expect(second).toEqual(second.map((_, index) => index + 1));
  });

  it('prints a file from start to finish, and tells each step', async () => {
    await run();
    const print = aPrint(files.offer(200));
    const reference = { jobId: print.jobId, attempt: 1, startToken: print.startToken };
    await expect(server.start(print)).resolves.toEqual({ phase: 'done', code: null });
    await server.seen('awaiting_clear');
    await eventually('both events are there', () => server.events.length === 2);

    const states = server.statuses.map(({ state }) => state).filter((state, i, all) => state !== all[i - 1]);
    expect(states).toEqual(['idle', 'preparing', 'printing', 'awaiting_clear']);
    const progress = server.statuses.flatMap(({ job }) => job?.progress ?? []);
    expect(progress).toEqual(progress.toSorted((a, b) => a - b));
    expect(server.status).toMatchObject({
      job: { ...reference, progress: 1, outcome: 'completed' },
      plate: 'awaiting_clear',
    });
    expect(server.events.map(({ type, seq, job }) => ({ type, seq, job }))).toEqual([
      { type: 'print_started', seq: 1, job: reference },
      { type: 'print_completed', seq: 2, job: reference },
    ]);
    expect(server.acks.map(({ phase }) => phase)).toEqual(['received', 'done']);
    expect(server.temperatures.some(({ nozzle }) => nozzle > 200)).toBe(true);
    await eventually('its file is gone', async () => (await readdir(join(dataDir, 'files'))).length === 0);
  });

  it('starts a print once, however often and by whatever id it is told to', async () => {
    await run({}, 10);
    const print = aPrint(files.offer(100));
    const command = startOf(print);
    const answers = await Promise.all([server.send(command), server.send(command)]);
    const again = await server.send(command);
    const byToken = await server.start({ ...print, attempt: 2 });
    const byAttempt = await server.start({ ...print, startToken: 'another' });
    const phases = [...answers, again, byToken, byAttempt].map(({ phase }) => phase);
    expect(phases).toEqual(['done', 'done', 'done', 'done', 'done']);
    expect(await starts()).toMatchObject([{ remoteName: `${print.jobId}-1.gcode`, startToken: print.startToken }]);
    expect(files.requested).toHaveLength(1);
  });

  it('refuses a file that is not the one that was wanted, and prints the right one then', async () => {
    await run();
    const right = aPrint(files.offer(100));
    const refusals = [
      { ...right.args, sha256: 'f'.repeat(64) },
      { ...right.args, sizeBytes: right.args.sizeBytes - 1 },
      { ...right.args, sizeBytes: right.args.sizeBytes + 1 },
      files.offerNothing(),
      files.offerBroken(),
    ].map((args) => ({ ...right, args }));
    const codes: unknown[] = [];
    for (const wrong of refusals) codes.push(await server.start(wrong));
    expect(codes).toEqual(
      ['checksum_mismatch', 'checksum_mismatch', 'checksum_mismatch', 'file_unavailable', 'file_unavailable'].map(
        (code) => ({ phase: 'rejected', code }),
      ),
    );
    expect(server.status).toMatchObject({ state: 'idle', plate: 'clear' });
    expect(await readdir(join(dataDir, 'files'))).toEqual([]);
    await expect(server.start(right)).resolves.toEqual({ phase: 'done', code: null });
    expect(await starts()).toHaveLength(1);
  });

  it('starts nothing on a plate that nobody has cleared, not even after a restart', async () => {
    await run();
    await server.start(aPrint(files.offer(50)));
    await server.seen('awaiting_clear');
    const next = aPrint(files.offer(50));
    await expect(server.start(next)).resolves.toEqual({ phase: 'rejected', code: 'plate_not_clear' });
    await stop();
    await run();
    expect(server.status).toMatchObject({ state: 'awaiting_clear', plate: 'awaiting_clear' });
    await expect(server.start(next)).resolves.toEqual({ phase: 'rejected', code: 'plate_not_clear' });

    await expect(server.send(plainCommand('clear_plate'))).resolves.toEqual({ phase: 'done', code: null });
    await server.seen('idle');
    expect(server.status).toMatchObject({ job: null, plate: 'clear' });
    await expect(server.start(next)).resolves.toEqual({ phase: 'done', code: null });
    await eventually('the clearing is told', () => server.eventTypes.includes('plate_cleared'));
    expect(await starts()).toHaveLength(2);
  });

  it('refuses a second print while one goes on, what is too old, and what rests on an old session', async () => {
    await run({}, 1);
    await server.start(aPrint(files.offer(100)));
    await server.seen('preparing');
    const other = aPrint(files.offer(100));
    const old = { ...startOf(other), expiresAt: new Date(Date.now() - 1).toISOString() };
    const expecting = { ...plainCommand('emergency_stop'), expect: { state: null, session: 99, jobId: null } };
    const answers = [await server.start(other), await server.send(old), await server.send(expecting)];
    expect(answers.map(({ phase, ...rest }) => ({ phase, ...rest }))).toEqual([
      { phase: 'rejected', code: 'not_idle' },
      { phase: 'rejected', code: 'expired' },
      { phase: 'rejected', code: 'expectation_failed' },
    ]);
  });

  it('pauses, resumes and cancels the print it is told to, and no other', async () => {
    await run({}, 10);
    const print = aPrint(files.offer(100));
    await server.start(print);
    await server.seen('printing');
    const other = aPrint(print.args);
    await expect(server.send(jobCommand('cancel', other))).resolves.toEqual({ phase: 'rejected', code: 'wrong_job' });
    await server.send(jobCommand('pause', print));
    await server.seen('paused');
    await server.send(jobCommand('resume', print));
    await server.seen('printing');
    await server.send(jobCommand('cancel', print));
    await server.seen('awaiting_clear');
    expect(server.status?.job).toMatchObject({ jobId: print.jobId, outcome: 'cancelled' });
    await eventually('all events are there', () => server.events.length === 4);
    expect(server.eventTypes).toEqual(['print_started', 'print_paused', 'print_resumed', 'print_cancelled']);
  });

  it('cancels a start while its file is still on its way, and nothing moves', async () => {
    await run();
    const print = aPrint(files.offerForever());
    const starting = server.start(print);
    await eventually('the download has begun', () => files.requested.length === 1);
    await expect(server.send(jobCommand('cancel', print))).resolves.toEqual({ phase: 'done', code: null });
    await expect(starting).resolves.toEqual({ phase: 'failed', code: null });
    await eventually('it is told', () => server.eventTypes.includes('print_cancelled'));
    expect(server.status).toMatchObject({ state: 'idle', plate: 'clear' });
    expect(await readdir(join(dataDir, 'files'))).toEqual([]);
  });

  it('tells when material runs out and when the machine fails', async () => {
    await run({ runoutAtProgress: 0.3, failAtProgress: 0.6 });
    const print = aPrint(files.offer(100));
    await server.start(print);
    await server.seen('attention');
    expect(server.status?.reason).toEqual({ code: 'material', native: 'filament runout' });
    await server.send(jobCommand('resume', print));
    await server.seen('awaiting_clear');
    expect(server.status).toMatchObject({ reason: { code: 'machine' }, job: { outcome: 'failed' } });
    await eventually('all events are there', () => server.events.length === 4);
    expect(server.eventTypes).toEqual(['print_started', 'print_paused', 'print_resumed', 'print_failed']);
  });

  it('stops at once when it is told to', async () => {
    await run({}, 1);
    await server.start(aPrint(files.offer(100)));
    await server.send(plainCommand('emergency_stop'));
    await server.seen('awaiting_clear');
    expect(server.status).toMatchObject({ reason: { code: 'person' }, job: { outcome: 'failed' } });
  });

  it('passes on that the printer refuses a file, and leaves the plate clear', async () => {
    await run({ rejectStart: true });
    const answer = await server.start(aPrint(files.offer(100)));
    expect(answer).toEqual({ phase: 'failed', code: 'printer_error' });
    expect(server.status).toMatchObject({ state: 'idle', plate: 'clear' });
    log = log.filter((line) => !line.includes('could not be started'));
  });

  it('shows a printer that cannot be reached as offline, and starts nothing on it', async () => {
    await run({ disconnected: true });
    await server.seen('offline');
    await expect(server.start(aPrint(files.offer(1)))).resolves.toEqual({ phase: 'rejected', code: 'printer_offline' });
  });

  it('gives birth again when it is asked to', async () => {
    await run();
    const [infos, statuses] = [server.infos.length, server.statuses.length];
    await server.rebirth();
    await eventually('it is born again', () => server.infos.length > infos && server.statuses.length > statuses);
    expect(server.status).toMatchObject({ state: 'idle', session: 1 });
  });

  it('goes on where the machine is after a restart, and tells the end', async () => {
    await run({}, 20);
    const print = aPrint(files.offer(60));
    await server.start(print);
    await server.seen('printing');
    const before = server.status?.job?.progress ?? 0;
    await stop();
    await run({}, 20);
    expect(server.status).toMatchObject({ state: 'printing', job: { startToken: print.startToken } });
    expect(server.status?.job?.progress).toBeGreaterThan(before);
    await server.seen('awaiting_clear');
    await eventually('the end is told', () => server.events.length === 2);
    expect(server.eventTypes).toEqual(['print_started', 'print_completed']);
    expect(await starts()).toHaveLength(1);
  });

  it('delivers what happened without a broker, in order and exactly as it was written down', async () => {
    await run();
    const print = aPrint(files.offer(100));
    await server.start(print);
    await server.seen('printing');
    await broker.stop();
    const machineFile = join(dataDir, 'virtual', 'prusa.json');
    await eventually('the print ends', async () => (await readFile(machineFile, 'utf8')).includes('"completed"'));
    await eventually('the bridge has seen it', () => log.some((line) => line.includes('print_completed')));
    await stop();
    await server.close();

    const store = await BridgeStore.open(join(dataDir, 'store'));
    const written = (await (await EventOutbox.open(store)).pending()).map(({ event }) => event);
    await store.close();
    expect(written.map(({ type }) => type)).toContain('print_completed');

    broker = await start(broker.port);
    server = new ServerSide(broker);
    await server.open();
    await run();
    await eventually('all of them arrive', () => server.events.length === written.length);
    expect(server.events).toEqual(written);
    expect(server.status).toMatchObject({ state: 'awaiting_clear', job: { jobId: print.jobId, outcome: 'completed' } });
  });

  it('comes back by itself when the broker does: birth, snapshots, then what is still to be told', async () => {
    await run();
    await server.start(aPrint(files.offer(300)));
    await server.seen('printing');
    await eventually('the start is told', () => server.events.length === 1);
    await broker.stop();
    await server.close();
    broker = await start(broker.port);
    server = new ServerSide(broker);
    await server.open();
    await eventually('it is online', () => server.states.at(-1)?.state === 'online', 20_000);
    await server.seen('awaiting_clear');
    await eventually('the end is told', () => server.events.length === 1);
    expect(server.events[0]).toMatchObject({ type: 'print_completed', session: 1, seq: 2 });
  });
});
