import { readFile } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { pictureTypeOf } from '#libs/contracts';
import { aPhotograph } from '../../../test/support/a-photograph.js';
import { eventually } from '../../../test/support/eventually.js';
import { printerBenches } from '../../../test/support/printers/printer-benches.js';
import type { MachineUnderTest, PrinterBench } from '../../../test/support/printers/printer-bench.js';
import { WatchedBench } from '../../../test/support/printers/watched-bench.js';
import type { WatchedPrinter } from '../../../test/support/printers/watched-printer.js';
import { adapterNames } from './create-adapter.js';
import type { PrinterCapabilities } from './printer-adapter.js';

/** The rows of the table in docs/printers.md. */
const tableRows = {
  'runs out of material': 'runout',
  'door or cover open': 'door',
  'print started at the machine': 'panel',
  'shuts itself down while paused': 'shutdown',
  'upload broken off': 'transfer',
  'wrong credentials': 'credentials',
  'can be read, does not obey': 'readOnly',
  'picture of its camera': 'camera',
} as const satisfies Record<string, keyof PrinterCapabilities>;

describe('the conformance suite', () => {
  it('is told of in the documentation as it is: what each kind of printer can tell, and what it cannot', async () => {
    const text = await readFile('docs/printers.md', 'utf8');
    const lines = text.split('\n').filter((line) => line.startsWith('|'));
    const rows = lines.map((line) => line.split('|').map((cell) => cell.replaceAll('`', '').trim()));
    const [head = []] = rows;
    expect(head.slice(2, -1)).toEqual(printerBenches.map(({ kind }) => kind));
    for (const [row, capability] of Object.entries(tableRows)) {
      const cells = rows.find(([, name]) => name === row)?.slice(2, -1);
      const said = cells?.map((cell) => cell.split(' ')[0]);
      expect([row, said]).toEqual([row, printerBenches.map(({ can }) => (can[capability] ? 'yes' : 'no:'))]);
    }
  });

  it('has every kind of printer on its bench', () => {
    expect(printerBenches.map(({ kind }) => kind)).toEqual([...adapterNames]);
  });
});

describe.each(printerBenches)('a printer spoken to by $kind', ({ open, can }) => {
  let at: WatchedBench<PrinterBench>;
  let bench: PrinterBench;
  let machine: MachineUnderTest;
  let watched: WatchedPrinter;

  beforeEach(async () => {
    at = await WatchedBench.open(open);
    ({ bench, machine, watched } = at);
  });
  afterEach(() => at.close());

  const printing = () => at.printing();

  it('declares what it can', () => {
    expect(watched.printer.capabilities).toEqual(can);
  });

  it('starts a print: the machine heats, and shows it by the name it was given', async () => {
    const print = await watched.start();
    await watched.seen('preparing');
    expect(watched.latest?.run).toMatchObject({ remoteName: print.remoteName, outcome: null, endedAt: null });
    expect(await machine.starts()).toEqual([print.remoteName]);
    await watched.told('print_started');
    expect(watched.facts[0]?.job).toEqual(print.reference);
  });

  it('tells its progress, which only grows, and its end', async () => {
    await printing();
    await machine.printTo(0.5);
    await eventually('half is done', () => Math.abs((watched.latest?.run?.progress ?? 0) - 0.5) < 0.02);
    expect(watched.latest?.run?.etaSeconds).toBeGreaterThan(0);
    await machine.finish();
    await watched.seen('finished');
    expect(watched.latest?.run).toMatchObject({ progress: 1, outcome: 'completed', etaSeconds: null });
    const progress = watched.observations.flatMap(({ run }) => run?.progress ?? []);
    expect(progress).toEqual(progress.toSorted((a, b) => a - b));
    await watched.told('print_started', 'print_completed');
  });

  it('tells how hot it is', async () => {
    await printing();
    await eventually('it is hot', () => (watched.latest?.temperatures?.nozzle ?? 0) > 150);
    expect(watched.latest?.temperatures?.nozzleTarget).toBeGreaterThan(150);
  });

  it('pauses and resumes', async () => {
    await printing();
    await watched.printer.pause();
    await watched.seen('paused');
    await watched.printer.resume();
    await watched.seen('printing');
    await watched.told('print_started', 'print_paused', 'print_resumed');
    expect(watched.states.slice(-3)).toEqual(['printing', 'paused', 'printing']);
  });

  it('cancels: the print is cancelled when the machine has stopped, not before', async () => {
    await printing();
    await watched.printer.cancel();
    await watched.seen('cancelling');
    await machine.endCancelling();
    await watched.seen('finished');
    expect(watched.latest?.run).toMatchObject({ outcome: 'cancelled', etaSeconds: null });
    await watched.told('print_started', 'print_cancelled');
  });

  it('cancels while it heats, and is cancelling for as long as that takes', async () => {
    await watched.start();
    await watched.seen('preparing');
    await watched.printer.cancel();
    await watched.seen('cancelling');
    await setTimeout(100);
    expect(watched.latest).toMatchObject({ state: 'cancelling', run: { outcome: null } });
    await machine.endCancelling();
    await watched.seen('finished');
    expect(watched.latest?.run?.outcome).toBe('cancelled');
    expect(watched.states.slice(-2)).toEqual(['cancelling', 'finished']);
  });

  it('tells that a print has failed, and why', async () => {
    await printing();
    await machine.fail();
    await watched.told('print_started', 'print_failed');
    expect(watched.latest).toMatchObject({ reason: { code: 'machine' }, run: { outcome: 'failed' } });
  });

  it('refuses a second print, and the first one goes on', async () => {
    const print = await printing();
    await expect(watched.printer.start(await watched.aPrint())).rejects.toMatchObject({ code: 'not_idle' });
    expect(watched.latest).toMatchObject({ state: 'printing', run: { remoteName: print.remoteName } });
    expect(await machine.starts()).toEqual([print.remoteName]);
  });

  it('refuses to pause, resume or cancel when it prints nothing', async () => {
    await expect(watched.printer.pause()).rejects.toMatchObject({ code: 'printer_error' });
    await expect(watched.printer.resume()).rejects.toMatchObject({ code: 'printer_error' });
    await expect(watched.printer.cancel()).rejects.toMatchObject({ code: 'printer_error' });
    await setTimeout(50);
    expect(watched.latest?.state).toBe('idle');
  });

  it('prints again after a print', async () => {
    await printing();
    await machine.finish();
    await watched.seen('finished');
    const second = await watched.start();
    await watched.told('print_started', 'print_completed', 'print_started');
    expect(watched.facts.at(-1)?.job).toEqual(second.reference);
  });

  describe.each(['idle', 'preparing', 'printing', 'paused', 'finished'] as const)('lost while it is %s', (state) => {
    const reach = {
      idle: async () => undefined,
      preparing: async () => void (await watched.start()),
      printing: async () => void (await printing()),
      paused: async () => {
        await printing();
        await watched.printer.pause();
      },
      finished: async () => {
        await printing();
        await machine.finish();
      },
    };

    it('is offline, takes nothing, and is found back as it was', async () => {
      await reach[state]();
      await watched.seen(state);
      const [facts, starts, run] = [watched.factTypes, await machine.starts(), watched.latest?.run?.id];
      await machine.disconnect();
      await watched.seen('offline');
      await expect(watched.printer.start(await watched.aPrint())).rejects.toMatchObject({ code: 'printer_offline' });
      await machine.reconnect();
      await watched.seen(state);
      expect(watched.latest?.run?.id).toBe(run);
      expect([watched.factTypes, await machine.starts()]).toEqual([facts, starts]);
    });

    it('is found back as it was by a bridge that was started again', async () => {
      await reach[state]();
      await watched.seen(state);
      const [facts, starts, run] = [watched.factTypes, await machine.starts(), watched.latest?.run?.id];
      await watched.stop();
      await watched.open(bench.adapter());
      await watched.seen(state);
      expect(watched.latest?.run?.id).toBe(run);
      expect([watched.factTypes, await machine.starts()]).toEqual([facts, starts]);
    });
  });

  it('tells start and end of what it did unseen, each once', async () => {
    await printing();
    await machine.disconnect();
    await watched.seen('offline');
    await machine.finish();
    await machine.reconnect();
    await watched.seen('finished');
    await watched.told('print_started', 'print_completed');
    expect(watched.latest?.run?.outcome).toBe('completed');
  });

  it('tells the end of a print to a bridge that was away meanwhile', async () => {
    await printing();
    await watched.stop();
    await machine.finish();
    await watched.open(bench.adapter());
    await watched.seen('finished');
    await watched.told('print_started', 'print_completed');
    expect(watched.latest?.run?.outcome).toBe('completed');
  });

  it('gives a picture of itself when it can, also while it prints, and is not disturbed by it', async () => {
    expect(watched.printer.snapshot !== undefined).toBe(can.camera);
    if (!can.camera) return;
    await machine.see?.(aPhotograph);
    await printing();
    const picture = await watched.printer.snapshot?.(AbortSignal.timeout(5000));
    expect(pictureTypeOf(picture ?? new Uint8Array())).toBe('image/jpeg');
    await machine.finish();
    await watched.told('print_started', 'print_completed');
  });

  it('is not watched any more once the adapter is closed', async () => {
    await printing();
    await watched.stop();
    const count = watched.observations.length;
    await machine.finish();
    await setTimeout(300);
    expect(watched.observations).toHaveLength(count);
  });
});

describe.each(printerBenches.filter(({ can }) => can.door))(
  'a printer whose door is open, spoken to by $kind',
  ({ open }) => {
    it('waits for somebody to close it, says so, and goes on then', async () => {
      const at = await WatchedBench.open(open);
      const { machine, watched } = at;
      await at.printing();
      await machine.openDoor?.();
      await watched.seen('attention');
      expect(watched.latest?.reason?.code).toBe('door');
      await watched.printer.resume();
      await watched.seen('printing');
      await watched.told('print_started', 'print_paused', 'print_resumed');
      await at.close();
    });
  },
);

describe.each(printerBenches.filter(({ can }) => can.runout))(
  'a printer that misses its material, spoken to by $kind',
  ({ open }) => {
    it('asks for material when it has run out, and goes on with new material', async () => {
      const at = await WatchedBench.open(open);
      const { machine, watched } = at;
      await at.printing();
      await machine.runOut();
      await watched.seen('attention');
      expect(watched.latest?.reason?.code).toBe('material');
      await watched.printer.resume();
      await watched.seen('printing');
      expect(watched.latest?.reason).toBeNull();
      await at.close();
    });
  },
);
