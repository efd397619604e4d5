import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { BridgeFixture, hubBrokers } from '../../test/support/bridge-fixture.js';
import { eventually } from '../../test/support/eventually.js';
import { aPrint, jobCommand, plainCommand, startOf } from '../../test/support/server-side.js';

jest.setTimeout(40_000);

describe.each(hubBrokers)('what a bridge does on $name', ({ start }) => {
  let hub: BridgeFixture;

  beforeEach(async () => {
    hub = await BridgeFixture.open(start);
  });
  afterEach(() => hub.close());

  it('prints a file from start to finish, and tells each step', async () => {
    await hub.run();
    const print = aPrint(hub.files.offer(200));
    const reference = { jobId: print.jobId, attempt: 1, startToken: print.startToken };
    await expect(hub.server.start(print)).resolves.toEqual({ phase: 'done', code: null });
    await hub.server.seen('awaiting_clear');
    await eventually('both events are there', () => hub.server.events.length === 2);

    const states = hub.server.statuses.map(({ state }) => state).filter((state, i, all) => state !== all[i - 1]);
    expect(states).toEqual(['idle', 'preparing', 'printing', 'awaiting_clear']);
    const progress = hub.server.statuses.flatMap(({ job }) => job?.progress ?? []);
    expect(progress).toEqual(progress.toSorted((a, b) => a - b));
    expect(hub.server.status).toMatchObject({
      job: { ...reference, progress: 1, outcome: 'completed' },
      plate: 'awaiting_clear',
    });
    expect(hub.server.events.map(({ type, seq, job }) => ({ type, seq, job }))).toEqual([
      { type: 'print_started', seq: 1, job: reference },
      { type: 'print_completed', seq: 2, job: reference },
    ]);
    expect(hub.server.acks.map(({ phase }) => phase)).toEqual(['received', 'done']);
    expect(hub.server.temperatures.some(({ nozzle }) => nozzle > 200)).toBe(true);
    await eventually('its file is gone', async () => (await readdir(join(hub.dataDir, 'files'))).length === 0);
  });

  it('starts a print once, however often and by whatever id it is told to', async () => {
    await hub.run({}, 10);
    const print = aPrint(hub.files.offer(100));
    const command = startOf(print);
    const answers = await Promise.all([hub.server.send(command), hub.server.send(command)]);
    const again = await hub.server.send(command);
    const byToken = await hub.server.start({ ...print, attempt: 2 });
    const byAttempt = await hub.server.start({ ...print, startToken: 'another' });
    const phases = [...answers, again, byToken, byAttempt].map(({ phase }) => phase);
    expect(phases).toEqual(['done', 'done', 'done', 'done', 'done']);
    expect(await hub.starts()).toMatchObject([{ remoteName: `${print.jobId}-1.gcode`, startToken: print.startToken }]);
    expect(hub.files.requested).toHaveLength(1);
  });

  it('refuses a file that is not the one that was wanted, and prints the right one then', async () => {
    await hub.run();
    const right = aPrint(hub.files.offer(100));
    const refusals = [
      { ...right.args, sha256: 'f'.repeat(64) },
      { ...right.args, sizeBytes: right.args.sizeBytes - 1 },
      { ...right.args, sizeBytes: right.args.sizeBytes + 1 },
      hub.files.offerNothing(),
      hub.files.offerBroken(),
    ].map((args) => ({ ...right, args }));
    const codes: unknown[] = [];
    for (const wrong of refusals) codes.push(await hub.server.start(wrong));
    expect(codes).toEqual(
      ['checksum_mismatch', 'checksum_mismatch', 'checksum_mismatch', 'file_unavailable', 'file_unavailable'].map(
        (code) => ({ phase: 'rejected', code }),
      ),
    );
    expect(hub.server.status).toMatchObject({ state: 'idle', plate: 'clear' });
    expect(await readdir(join(hub.dataDir, 'files'))).toEqual([]);
    await expect(hub.server.start(right)).resolves.toEqual({ phase: 'done', code: null });
    expect(await hub.starts()).toHaveLength(1);
  });

  it('refuses a second print while one goes on, what is too old, and what rests on an old session', async () => {
    await hub.run({}, 1);
    await hub.server.start(aPrint(hub.files.offer(100)));
    await hub.server.seen('preparing');
    const other = aPrint(hub.files.offer(100));
    const old = { ...startOf(other), expiresAt: new Date(Date.now() - 1).toISOString() };
    const expecting = { ...plainCommand('emergency_stop'), expect: { state: null, session: 99, jobId: null } };
    const answers = [await hub.server.start(other), await hub.server.send(old), await hub.server.send(expecting)];
    expect(answers.map(({ phase, ...rest }) => ({ phase, ...rest }))).toEqual([
      { phase: 'rejected', code: 'not_idle' },
      { phase: 'rejected', code: 'expired' },
      { phase: 'rejected', code: 'expectation_failed' },
    ]);
  });

  it('pauses, resumes and cancels the print it is told to, and no other', async () => {
    await hub.run({}, 10);
    const print = aPrint(hub.files.offer(100));
    await hub.server.start(print);
    await hub.server.seen('printing');
    const other = aPrint(print.args);
    await expect(hub.server.send(jobCommand('cancel', other))).resolves.toEqual({
      phase: 'rejected',
      code: 'wrong_job',
    });
    await hub.server.send(jobCommand('pause', print));
    await hub.server.seen('paused');
    await hub.server.send(jobCommand('resume', print));
    await hub.server.seen('printing');
    await hub.server.send(jobCommand('cancel', print));
    await hub.server.seen('awaiting_clear');
    expect(hub.server.status?.job).toMatchObject({ jobId: print.jobId, outcome: 'cancelled' });
    await eventually('all events are there', () => hub.server.events.length === 4);
    expect(hub.server.eventTypes).toEqual(['print_started', 'print_paused', 'print_resumed', 'print_cancelled']);
  });

  it('cancels a start while its file is still on its way, and nothing moves', async () => {
    await hub.run();
    const print = aPrint(hub.files.offerForever());
    const starting = hub.server.start(print);
    await eventually('the download has begun', () => hub.files.requested.length === 1);
    await expect(hub.server.send(jobCommand('cancel', print))).resolves.toEqual({ phase: 'done', code: null });
    await expect(starting).resolves.toEqual({ phase: 'failed', code: null });
    await eventually('it is told', () => hub.server.eventTypes.includes('print_cancelled'));
    expect(hub.server.status).toMatchObject({ state: 'idle', plate: 'clear' });
    expect(await readdir(join(hub.dataDir, 'files'))).toEqual([]);
  });

  it('tells when material runs out and when the machine fails', async () => {
    await hub.run({ runoutAtProgress: 0.3, failAtProgress: 0.6 });
    const print = aPrint(hub.files.offer(100));
    await hub.server.start(print);
    await hub.server.seen('attention');
    expect(hub.server.status?.reason).toEqual({ code: 'material', native: 'filament runout' });
    await hub.server.send(jobCommand('resume', print));
    await hub.server.seen('awaiting_clear');
    expect(hub.server.status).toMatchObject({ reason: { code: 'machine' }, job: { outcome: 'failed' } });
    await eventually('all events are there', () => hub.server.events.length === 4);
    expect(hub.server.eventTypes).toEqual(['print_started', 'print_paused', 'print_resumed', 'print_failed']);
  });

  it('stops at once when it is told to', async () => {
    await hub.run({}, 1);
    await hub.server.start(aPrint(hub.files.offer(100)));
    await hub.server.send(plainCommand('emergency_stop'));
    await hub.server.seen('awaiting_clear');
    expect(hub.server.status).toMatchObject({ reason: { code: 'person' }, job: { outcome: 'failed' } });
  });
});
