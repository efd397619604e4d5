import { setTimeout } from 'node:timers/promises';
import type { PrintJob } from '#libs/contracts';
import { mosquittoAvailable, startAedes } from '../support/brokers.js';
import { eventually } from '../support/eventually.js';
import { FaultCount, faultRounds } from '../support/fault-count.js';
import { PrintMachines } from '../support/print-machines.js';
import { PrintRounds, roundMs } from '../support/print-rounds.js';
import { accounts, startHubMosquitto, startProductionHub, type ProductionHub } from '../support/production-hub.js';
import { openTamperingRelay, type TamperingRelay } from '../support/tampering-relay.js';
import { openGate, type TcpGate } from '../support/tcp-gate.js';

const printers = ['printer-1', 'printer-2'] as const;
/** So that the line breaks at different moments of what is done with a start. */
const delaysMs = [0, 50, 200, 600, 1500] as const;
const awayMs = 1500;

jest.setTimeout(120_000 + faultRounds * roundMs);

const brokers = [
  { name: 'the embedded broker', startBroker: (port?: number) => startAedes(port) },
  ...(mosquittoAvailable() ? [{ name: 'Mosquitto', startBroker: startHubMosquitto }] : []),
];

/** A cut network is the same to every broker: one of them is enough for it. */
const lastBroker = brokers.at(-1)?.name;

describe.each(brokers)('a bridge on bad lines to $name', ({ name, startBroker }) => {
  let hub: ProductionHub;
  let machines: PrintMachines;
  let prints: PrintRounds;
  let gate: TcpGate;

  beforeAll(async () => {
    const lineTo = async (brokerUrl: string): Promise<string> => {
      gate = await openGate(brokerUrl);
      return gate.url;
    };
    hub = await startProductionHub(undefined, { startBroker, lineTo });
    machines = new PrintMachines(hub.bridgeDir);
    prints = await PrintRounds.at(hub);
  });

  afterAll(async () => {
    await hub.remove();
    await gate.remove();
  });

  const restarts: Fault[] = [
    { fault: 'broker restarted during a start', strike: duringDispatch(() => hub.restartBroker()) },
    { fault: 'broker restarted during a print', strike: duringPrint(() => hub.restartBroker()) },
  ];
  const cuts: Fault[] = [
    { fault: 'network cut during a start', strike: duringDispatch(cut) },
    { fault: 'network cut until the print is over', strike: cutUntilPrintIsOver },
  ];

  it.each(name === lastBroker ? [...restarts, ...cuts] : restarts)(
    '$fault: the print is begun once, and ends',
    async ({ fault, strike }) => {
      const count = new FaultCount();
      for (let round = 0; round < faultRounds; round += 1) {
        const printer = printers[round % printers.length] ?? printers[0];
        const job = await prints.aReviewedJob(round, printer);
        await strike({ job, printer, round });
        const status = await prints.finish(job);
        count.add({ status, starts: machines.startsOf(job.id, printers) });
      }
      count.report(`${fault}, ${name}`);
      expect(count.result()).toEqual({
        prints: faultRounds,
        ended: { done: faultRounds },
        starts: { 1: faultRounds },
      });
    },
  );

  function duringDispatch(breakLine: () => Promise<void>): (target: Target) => Promise<void> {
    return async ({ job, round }) => {
      await prints.approve(job);
      await setTimeout(delaysMs[round % delaysMs.length]);
      await breakLine();
    };
  }

  function duringPrint(breakLine: () => Promise<void>): (target: Target) => Promise<void> {
    return async ({ job, printer }) => {
      await prints.printAWhile(job, printer);
      await breakLine();
    };
  }

  async function cut(): Promise<void> {
    gate.shut();
    await setTimeout(awayMs);
    gate.reopen();
  }

  async function cutUntilPrintIsOver({ job, printer }: Target): Promise<void> {
    await prints.printAWhile(job, printer);
    gate.shut();
    await eventually('the machine has ended the print', () => machines.hasEnded(printer), 60_000);
    gate.reopen();
  }
});

describe('a bridge on a line that mixes messages up', () => {
  let hub: ProductionHub;
  let prints: PrintRounds;
  let relay: TamperingRelay;

  beforeAll(async () => {
    const lineTo = async (brokerUrl: string): Promise<string> => {
      relay = await openTamperingRelay(brokerUrl, accounts.bridge);
      return relay.url;
    };
    hub = await startProductionHub(undefined, { lineTo });
    prints = await PrintRounds.at(hub);
  });

  afterAll(async () => {
    await hub.remove();
    await relay.remove();
  });

  it('begins each print once, and each is heard to its end', async () => {
    const count = new FaultCount();
    const machines = new PrintMachines(hub.bridgeDir);
    for (let round = 0; round < faultRounds; round += 1) {
      const printer = printers[round % printers.length] ?? printers[0];
      const job = await prints.aReviewedJob(round, printer);
      await prints.approve(job);
      const status = await prints.finish(job);
      count.add({ status, starts: machines.startsOf(job.id, printers) });
    }
    count.report(`messages overtake each other, ${relay.repeated()} come twice`);
    expect(relay.repeated()).toBeGreaterThan(0);
    expect(count.result()).toEqual({
      prints: faultRounds,
      ended: { done: faultRounds },
      starts: { 1: faultRounds },
    });
  });
});

interface Fault {
  readonly fault: string;
  readonly strike: (target: Target) => Promise<void>;
}

interface Target {
  job: PrintJob;
  printer: string;
  round: number;
}
