import { setTimeout } from 'node:timers/promises';
import type { PrintJob } from '#libs/contracts';
import { backends } from '../support/backends.js';
import { watchCommands } from '../support/command-watch.js';
import { eventually } from '../support/eventually.js';
import { FaultCount, faultRounds } from '../support/fault-count.js';
import { PrintMachines } from '../support/print-machines.js';
import { PrintRounds, roundMs } from '../support/print-rounds.js';
import { startProductionHub, type Program, type ProductionHub } from '../support/production-hub.js';

const printers = ['printer-1', 'printer-2'] as const;
/** So that kills fall on different moments of what the bridge does with a start. */
const bridgeDelaysMs = [0, 20, 50, 100, 250] as const;

/** API and bridge do not see the queue: one kind of it is enough for them. */
const lastQueue = backends().at(-1)?.name;

jest.setTimeout(60_000 + faultRounds * roundMs);

describe.each(backends())('kill -9 over a queue on $name', ({ name, redisUrl }) => {
  let hub: ProductionHub;
  let machines: PrintMachines;
  let prints: PrintRounds;

  beforeAll(async () => {
    hub = await startProductionHub(redisUrl);
    machines = new PrintMachines(hub.bridgeDir);
    prints = await PrintRounds.at(hub);
  });

  afterAll(async () => {
    hub.signalBridge('SIGCONT');
    await hub.remove();
  });

  const faults: { program: Program; when: string; strike: Strike }[] = [
    { program: 'worker', when: 'while a start is on its way', strike: duringDispatch('worker') },
    { program: 'api', when: 'while a start is on its way', strike: duringDispatch('api') },
    { program: 'bridge', when: 'while a start is on its way', strike: bridgeDuringDispatch },
    { program: 'worker', when: 'while a print runs', strike: untilPrintIsOver('worker') },
    { program: 'api', when: 'while a print runs', strike: untilPrintIsOver('api') },
    { program: 'bridge', when: 'while a print runs', strike: bridgeWhilePrinting },
  ];

  const struck = name === lastQueue ? faults : faults.filter(({ program }) => program === 'worker');

  it.each(struck)('of the $program $when: the print is begun once, and ends', async ({ program, when, strike }) => {
    const count = new FaultCount();
    for (let round = 0; round < faultRounds; round += 1) {
      const printer = printers[round % printers.length] ?? printers[0];
      const job = await prints.aReviewedJob(round, printer);
      await strike({ job, printer, round });
      const status = await prints.finish(job);
      count.add({ status, starts: machines.startsOf(job.id, printers) });
    }
    count.report(`${program} killed ${when}, queue on ${name}`);
    expect(count.result()).toEqual({
      prints: faultRounds,
      ended: { done: faultRounds },
      starts: { 1: faultRounds },
    });
  });

  /** The bridge is made deaf, so that the start is still on its way when the program dies. */
  function duringDispatch(program: 'worker' | 'api'): Strike {
    return async ({ job, printer }) => {
      const watch = await watchCommands(hub, printer);
      hub.signalBridge('SIGSTOP');
      await prints.approve(job);
      await eventually('the start is sent', watch.heard, 30_000);
      await hub.kill(program);
      await watch.close();
      hub.signalBridge('SIGCONT');
      await hub.start(program);
    };
  }

  /** It has the start, and may be anywhere between hearing of it and having begun. */
  async function bridgeDuringDispatch({ job, printer, round }: Target): Promise<void> {
    const watch = await watchCommands(hub, printer);
    await prints.approve(job);
    await eventually('the start is sent', watch.heard, 30_000);
    await setTimeout(bridgeDelaysMs[round % bridgeDelaysMs.length]);
    await hub.kill('bridge');
    await watch.close();
    await hub.start('bridge');
  }

  async function bridgeWhilePrinting(target: Target): Promise<void> {
    await prints.printAWhile(target.job, target.printer);
    await hub.kill('bridge');
    await hub.start('bridge');
  }

  /** It is away for the rest of the print, and hears of its end only when it is back. */
  function untilPrintIsOver(program: 'worker' | 'api'): Strike {
    return async (target) => {
      await prints.printAWhile(target.job, target.printer);
      await hub.kill(program);
      await eventually('the machine has ended the print', () => machines.hasEnded(target.printer), 60_000);
      await hub.start(program);
    };
  }
});

interface Target {
  job: PrintJob;
  printer: string;
  round: number;
}

/** What befalls the hub when a job is approved; it is all there again when this resolves. */
type Strike = (target: Target) => Promise<void>;
