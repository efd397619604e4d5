import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { startAedes, type TestBroker } from '../../test/support/brokers.js';
import { eventually } from '../../test/support/eventually.js';
import { PrintServer } from '../../test/support/print-server.js';
import { aPrint, bridgeAccount, place, plainCommand, ServerSide, startOf } from '../../test/support/server-side.js';
import type { VirtualMachine } from './adapters/virtual/machine.js';

const program = resolve('dist/hardware-bridge/src/main.js');
const mebibyte = 1024 * 1024;

jest.setTimeout(60_000);

describe('the bridge as a process', () => {
  let broker: TestBroker;
  let dataDir: string;
  let files: PrintServer;
  let server: ServerSide;
  let child: ChildProcess | null;
  let output: string;

  const run = (changes: NodeJS.ProcessEnv = {}): ChildProcess => {
    const printers = [{ slug: 'prusa', adapter: 'virtual', model: 'Virtual One' }];
    const started = spawn(process.execPath, [program], {
      env: {
        PATH: process.env['PATH'],
        MQTT_URL: broker.url,
        MQTT_USERNAME: bridgeAccount.username,
        MQTT_PASSWORD: bridgeAccount.password,
        HUB: place.hub,
        BRIDGE: place.bridge,
        DATA_DIR: dataDir,
        PRINTERS: JSON.stringify(printers),
        VIRTUAL_PRINTER_SPEED: '20',
        ...changes,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const collect = (chunk: Buffer): void => void (output += chunk.toString());
    started.stdout?.on('data', collect);
    started.stderr?.on('data', collect);
    child = started;
    return started;
  };
  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return child?.exitCode ?? null;
    const exited = new Promise<number | null>((done) => child?.once('exit', done));
    child.kill(signal);
    return exited;
  };
  const session = async (number: number): Promise<void> => {
    const sessions = () => new Set(server.statuses.map((status) => status.session));
    await eventually(`session number ${number} is there`, () => sessions().size === number);
  };

  beforeAll(() => {
    if (!existsSync(program)) throw new Error('The bridge is not built: npm run build:server');
  });

  beforeEach(async () => {
    [child, output] = [null, ''];
    [broker, dataDir] = [await startAedes(), await mkdtemp(join(tmpdir(), 'dk-bridge-process-'))];
    files = new PrintServer();
    await files.open();
    server = new ServerSide(broker);
    await server.open();
  });

  afterEach(async () => {
    await end('SIGKILL');
    await server.close();
    await files.close();
    await broker.stop();
    await rm(dataDir, { recursive: true, force: true });
  });

  it('killed in mid-print and started again: one start, the print goes on, every event once and in order', async () => {
    run();
    await server.seen('idle');
    const print = aPrint(files.offer(100));
    const command = startOf(print);
    await server.send(command);
    await server.seen('printing');
    const before = server.status?.job?.progress ?? 0;

    await end('SIGKILL');
    await eventually('the broker tells of its death', () => server.states.at(-1)?.state === 'lost');
    run();
    await session(2);
    expect(server.status).toMatchObject({ state: 'printing', job: { startToken: print.startToken } });
    expect(server.status?.job?.progress).toBeGreaterThan(before);
    await expect(server.send(command)).resolves.toEqual({ phase: 'done', code: null });

    await server.seen('awaiting_clear');
    await eventually('the end is told', () => server.eventTypes.includes('print_completed'));
    const once = new Set(server.events.map(({ id }) => id)).size;
    expect(server.eventTypes.slice(-2)).toEqual(['print_started', 'print_completed']);
    expect(once).toBe(2);
    const machine = JSON.parse(await readFile(join(dataDir, 'virtual', 'prusa.json'), 'utf8')) as VirtualMachine;
    expect(machine.starts).toHaveLength(1);
  });

  it('killed while a file is fetched: the start is unknown, the plate as clear as it was', async () => {
    run();
    await server.seen('idle');
    const command = startOf(aPrint(files.offerForever()));
    void server.send(command, 60_000);
    await eventually('the download has begun', () => files.requested.length === 1);
    await end('SIGKILL');
    run();
    await session(2);
    await eventually('it is answered', () => server.acks.some(({ phase }) => phase === 'unknown'));
    await expect(server.send(command)).resolves.toEqual({ phase: 'unknown', code: 'crashed' });
    expect(server.status).toMatchObject({ state: 'idle', plate: 'clear' });
  });

  it('killed again and again, it opens its memory every time', async () => {
    run();
    await server.seen('idle');
    await server.start(aPrint(files.offer(20)));
    await server.seen('awaiting_clear');
    for (const number of [2, 3, 4, 5]) {
      await end('SIGKILL');
      run();
      await session(number);
      expect(server.status).toMatchObject({ plate: 'awaiting_clear', job: { outcome: 'completed' } });
    }
    await expect(server.send(plainCommand('clear_plate'))).resolves.toEqual({ phase: 'done', code: null });
  });

  it('looks at its printers and ends, when it is asked to be the doctor', async () => {
    const doctor = spawn(process.execPath, [program, 'doctor'], {
      env: { DATA_DIR: dataDir, PRINTERS: '[{ "slug": "prusa", "adapter": "virtual", "model": "Virtual One" }]' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    child = doctor;
    doctor.stdout.on('data', (chunk: Buffer) => void (output += chunk.toString()));
    const code = await new Promise((done) => doctor.once('close', done));
    expect({ code, output }).toEqual({
      code: 0,
      output: expect.stringMatching(/prusa .*yes .*yes .*yes .*yes .*idle/),
    });
  });

  it('stops on a signal within seconds, with a goodbye and no error, and takes little memory', async () => {
    const started = run();
    await server.seen('idle');
    const status = await readFile(`/proc/${started.pid}/status`, 'utf8');
    const residentKilobytes = Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]);
    expect(residentKilobytes * 1024).toBeLessThan(120 * mebibyte);
    expect(await end('SIGTERM')).toBe(0);
    await eventually('it said goodbye', () => server.states.at(-1)?.state === 'lost');
    expect(output).toContain('"message":"Stopped"');
  });

  it('names every wrong setting in a line and ends', async () => {
    const started = run({ HUB: undefined, BRIDGE: 'Not A Slug', PRINTERS: '[]' });
    const code = await new Promise((done) => started.once('exit', done));
    expect(code).toBe(1);
    const settings = output.split('\n').flatMap((line) => /^hardware-bridge: (\w+):/.exec(line)?.[1] ?? []);
    expect(settings).toEqual(['HUB', 'BRIDGE', 'PRINTERS']);
  });
});
