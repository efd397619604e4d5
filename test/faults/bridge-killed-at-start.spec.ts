import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FaultCount, faultRounds } from '../support/fault-count.js';
import { FakePrusaLink } from '../support/printers/fake-prusalink.js';
import { eventually } from '../support/eventually.js';
import { newFolder } from '../support/hub.js';
import { PrintRounds, roundMs } from '../support/print-rounds.js';
import { startProductionHub, type ProductionHub } from '../support/production-hub.js';

const printer = 'printer-1';
/** Each round once as a printer that began before it fell silent, once as one that never did. */
const rounds = 2 * faultRounds;

jest.setTimeout(120_000 + rounds * roundMs);

describe('a bridge that is killed between writing a start down and hearing of it', () => {
  let hub: ProductionHub;
  let prints: PrintRounds;
  let prusalink: FakePrusaLink;
  let folder: string;

  beforeAll(async () => {
    prusalink = new FakePrusaLink();
    await prusalink.open();
    folder = await newFolder();
    const key = join(folder, 'key');
    await writeFile(key, prusalink.apiKey);
    hub = await startProductionHub(undefined, {
      printers: [
        { slug: printer, adapter: 'prusalink', model: 'Prusa MK4S', url: prusalink.url, apiKey: { file: key } },
      ],
    });
    prints = await PrintRounds.at(hub);
  });

  afterAll(async () => {
    await hub.remove();
    await prusalink.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('starts nothing a second time: what the printer began goes on, and what it did not waits for somebody to look', async () => {
    const count = new FaultCount();
    for (let round = 0; round < rounds; round += 1) {
      const job = await prints.aReviewedJob(round, printer);
      const begins = round % 2 === 0;
      const held = holdStart();
      await prints.approve(job);
      await eventually('the printer is told to start', held.isTold, 60_000);
      await hub.kill('bridge');
      held.release(begins);
      await hub.start('bridge');
      const status = await prints.finish(job, endPrint);
      count.add({ status, starts: prusalink.starts.filter((name) => name.startsWith(job.id)).length });
    }
    count.report('bridge killed with a start in the printer’s hands');
    expect(count.result()).toEqual({ prints: rounds, ended: { done: rounds }, starts: { 1: rounds } });
  });

  /** The next start stays in the printer’s hands until it is released; the ones after it begin at once. */
  function holdStart(): { isTold: () => boolean; release: (begins: boolean) => void } {
    let isTold = false;
    let release: (begins: boolean) => void = () => undefined;
    const held = new Promise<boolean>((resolve) => (release = resolve));
    prusalink.beforeStart = async () => {
      if (isTold) return true;
      isTold = true;
      return held;
    };
    return { isTold: () => isTold, release };
  }

  /** The print on the machine, if there is one, comes to its end. */
  function endPrint(): void {
    if (prusalink.state === 'PRINTING') prusalink.end('FINISHED');
  }
});
