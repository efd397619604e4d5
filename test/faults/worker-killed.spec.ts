import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PrintJob } from '#libs/contracts';
import { MqttConnection } from '#libs/mqtt';
import { backends } from '../support/backends.js';
import { eventually } from '../support/eventually.js';
import { startProductionHub, type ProductionHub } from '../support/production-hub.js';
import { Visitor } from '../support/visitor.js';

const cube = 'test/fixtures/cube-20mm.gcode';

jest.setTimeout(60_000);

interface VirtualMachine {
  run: { end: object | null } | null;
  starts: { remoteName: string }[];
}

describe.each(backends())('a worker killed over a queue on $name', ({ redisUrl }) => {
  let hub: ProductionHub;
  let resident: Visitor;
  let staff: Visitor;

  beforeAll(async () => {
    hub = await startProductionHub(redisUrl);
    resident = await Visitor.signIn(hub.url, 'asukas@digikeskus.example');
    staff = await Visitor.signIn(hub.url, 'staff@digikeskus.example');
  });

  afterAll(async () => {
    hub.bridge.child.kill('SIGCONT');
    await hub.remove();
  });

  const machine = (printer: string) =>
    JSON.parse(readFileSync(join(hub.bridgeDir, 'virtual', `${printer}.json`), 'utf8')) as VirtualMachine;

  /** A job that staff will only have to approve. */
  const aReviewedJob = async (preferredPrinter: string): Promise<PrintJob> => {
    await staff.waitForPrinter(preferredPrinter, ({ state }) => state === 'idle');
    const { body } = await resident.upload(cube, { preferredPrinter });
    return resident.waitForJob(body.id, ['awaiting_review']);
  };

  /** Listens in on what passes the broker for a printer. */
  const listenForCommand = async (printer: string): Promise<{ heard: () => boolean; close: () => Promise<void> }> => {
    let heard = false;
    const ignore = () => undefined;
    const watcher = new MqttConnection({
      ...hub.bridgeAccess,
      clientId: 'watcher',
      clean: true,
      onInvalid: ignore,
      onHandlerError: () => 'drop',
      onConnectionError: ignore,
    });
    watcher.connect();
    await watcher.subscribe('printerCommand', { hub: 'viitasaari', bridge: 'bridge-1', printer }, async () => {
      heard = true;
    });
    return { heard: () => heard, close: () => watcher.close() };
  };

  /** Clears the plate once the print has ended. @returns the job then, and what the machine was ever told to start */
  const finish = async (job: PrintJob, printer: string) => {
    await resident.waitForJob(job.id, ['awaiting_clear']);
    await staff.post(`/printers/${printer}/clear-plate`);
    const { attempts } = await resident.waitForJob(job.id, ['done']);
    return { attempts, starts: machine(printer).starts.map(({ remoteName }) => remoteName) };
  };

  const once = (job: PrintJob, printer: string) => ({
    attempts: [expect.objectContaining({ number: 1, printer, status: 'completed' })],
    starts: [`${job.id}-1.gcode`],
  });

  it('while a start is on its way: the print begins once, and ends', async () => {
    const job = await aReviewedJob('printer-1');
    const command = await listenForCommand('printer-1');
    hub.bridge.child.kill('SIGSTOP');
    await staff.post(`/print-jobs/${job.id}/approve`);
    await eventually('the start is sent', command.heard);
    await hub.killWorker();
    await command.close();
    hub.bridge.child.kill('SIGCONT');
    expect((await resident.get<PrintJob>(`/print-jobs/${job.id}`)).body.status).toBe('dispatching');
    await hub.startWorker();
    expect(await finish(job, 'printer-1')).toEqual(once(job, 'printer-1'));
  });

  it('while a print runs: what it missed is told when it is back', async () => {
    const job = await aReviewedJob('printer-2');
    await staff.post(`/print-jobs/${job.id}/approve`);
    await staff.waitForPrinter('printer-2', ({ current }) => (current?.progress ?? 0) > 0.1);
    await hub.killWorker();
    await eventually('the machine has ended the print', () => (machine('printer-2').run?.end ?? null) !== null, 30_000);
    expect((await resident.get<PrintJob>(`/print-jobs/${job.id}`)).body.status).toBe('printing');
    await hub.startWorker();
    expect(await finish(job, 'printer-2')).toEqual(once(job, 'printer-2'));
  });
});
