import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startHub, type TestHub } from '../support/hub.js';
import { killWholeTree } from '../support/process-tree.js';
import { Visitor } from '../support/visitor.js';

const cube = 'test/fixtures/cube-20mm.gcode';

jest.setTimeout(180_000);

interface VirtualMachine {
  starts: { remoteName: string; startToken: string }[];
}

describe('a power cut', () => {
  let hub: TestHub;

  afterEach(() => hub.remove());

  it('in the middle of a print loses nothing: the job goes on and ends, started exactly once', async () => {
    hub = await startHub({ env: { VIRTUAL_PRINTER_SPEED: '60' } });
    const resident = await Visitor.signIn(hub.url, 'asukas@digikeskus.example');
    const staff = await Visitor.signIn(hub.url, 'staff@digikeskus.example');
    const { body: job } = await resident.upload(cube, { preferredPrinter: 'printer-2' });
    await resident.waitForJob(job.id, ['awaiting_review']);
    await staff.post(`/print-jobs/${job.id}/approve`);
    await resident.waitForJob(job.id, ['printing']);
    await staff.waitForPrinter('printer-2', ({ current }) => (current?.progress ?? 0) > 0.15);

    await killWholeTree(hub);
    hub = await startHub({
      dataDir: hub.dataDir,
      port: Number(new URL(hub.url).port),
      env: { VIRTUAL_PRINTER_SPEED: '60' },
    });

    const ended = await resident.waitForJob(job.id, ['awaiting_clear'], 120_000);
    expect(ended.attempts).toHaveLength(1);
    const machine = JSON.parse(
      readFileSync(join(hub.dataDir, 'bridge/virtual/printer-2.json'), 'utf8'),
    ) as VirtualMachine;
    expect(machine.starts.map(({ remoteName }) => remoteName)).toEqual([`${job.id}-1.gcode`]);
    await staff.post('/printers/printer-2/clear-plate');
    await resident.waitForJob(job.id, ['done']);
  });
});
