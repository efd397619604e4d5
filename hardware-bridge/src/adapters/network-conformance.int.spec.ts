import { largestPictureBytes } from '#libs/contracts';
import { aPhotograph } from '../../../test/support/a-photograph.js';
import { eventually } from '../../../test/support/eventually.js';
import { networkBenches } from '../../../test/support/printers/printer-benches.js';
import type { NetworkMachine, PrinterBench } from '../../../test/support/printers/printer-bench.js';
import { WatchedBench } from '../../../test/support/printers/watched-bench.js';
import { WatchedPrinter } from '../../../test/support/printers/watched-printer.js';
import { NoCamera } from './printer-adapter.js';

describe.each(networkBenches)('a printer on the network, spoken to by $kind', ({ open }) => {
  let at: WatchedBench<PrinterBench<NetworkMachine>>;
  let bench: PrinterBench<NetworkMachine>;
  let machine: NetworkMachine;
  let watched: WatchedPrinter;

  beforeEach(async () => {
    at = await WatchedBench.open(open);
    ({ bench, machine, watched } = at);
  });
  afterEach(() => at.close());

  const printing = () => at.printing();

  it('does not come to rest on a state that is in no book', async () => {
    await machine.showUnknown('levitating');
    await watched.seen('unknown');
    expect(watched.latest?.reason?.native).toContain('levitating');
    await expect(watched.printer.start(await watched.aPrint())).rejects.toMatchObject({ code: 'printer_offline' });
    expect(await machine.starts()).toEqual([]);
  });

  it('tells of a print that somebody started at the machine, and starts nothing beside it', async () => {
    const name = await machine.printLocally();
    await watched.told('print_started');
    expect(watched.facts[0]?.job).toBeNull();
    expect(watched.latest?.run?.remoteName).toBe(name);
    expect(watched.record.plate).toBe('awaiting_clear');
    await expect(watched.printer.start(await watched.aPrint())).rejects.toMatchObject({ code: 'not_idle' });
    await machine.heatUp();
    await machine.finish();
    await watched.told('print_started', 'print_completed');
    expect(await machine.starts()).toEqual([name]);
  });

  it('takes the same file, printed again at the machine, for another print', async () => {
    await machine.printLocally();
    await machine.heatUp();
    await machine.finish();
    await watched.seen('finished');
    await machine.printLocally();
    await watched.told('print_started', 'print_completed', 'print_started');
    const ids = new Set(watched.observations.flatMap(({ run }) => run?.id ?? []));
    expect(ids.size).toBe(2);
  });

  it('starts nothing when the upload breaks off, leaves nothing behind, and takes the next one', async () => {
    await machine.breakNextUpload();
    await expect(watched.printer.start(await watched.aPrint())).rejects.toMatchObject({ code: 'printer_offline' });
    expect(await machine.starts()).toEqual([]);
    expect(await machine.files()).toEqual([]);
    const second = await watched.start();
    expect(await machine.starts()).toEqual([second.remoteName]);
  });

  it('keeps the file on the printer for as long as the print lasts, and removes it then', async () => {
    const { remoteName } = await printing();
    expect(await machine.files()).toEqual([remoteName]);
    await machine.finish();
    await watched.seen('finished');
    await eventually('it is removed', async () => (await machine.files()).length === 0);
    expect(watched.faults).toEqual([]);
  });

  it('removes after a restart what was left, and nothing that others have put there', async () => {
    await machine.printLocally('benchy.gcode');
    await machine.heatUp();
    await machine.finish();
    await watched.seen('finished');
    await printing();
    await watched.stop();
    await machine.finish();
    await watched.open(bench.adapter());
    await eventually('ours is removed', async () => (await machine.files()).length === 1);
    expect(await machine.files()).toEqual(['benchy.gcode']);
  });

  it('says that it is not let in, and comes back by itself when it is', async () => {
    await machine.forbid();
    await eventually('it says why', () => watched.latest?.reason?.code === 'credentials');
    expect(watched.latest?.state).toBe('offline');
    await expect(watched.printer.start(await watched.aPrint())).rejects.toMatchObject({ code: 'printer_offline' });
    await machine.allow();
    await watched.seen('idle');
    expect(await machine.starts()).toEqual([]);
  });
});

describe.each(networkBenches.filter(({ can }) => can.camera))(
  'a camera beside a printer spoken to by $kind',
  ({ open }) => {
    let at: WatchedBench<PrinterBench<NetworkMachine>>;

    beforeEach(async () => void (at = await WatchedBench.open(open)));
    afterEach(() => at.close());

    const snapshot = async () => at.watched.printer.snapshot?.(AbortSignal.timeout(5000));

    it('is told from none at all, and may come later', async () => {
      await at.machine.see?.(null);
      await expect(snapshot()).rejects.toThrow(NoCamera);
      await at.machine.see?.(aPhotograph);
      expect(Buffer.compare((await snapshot()) ?? Buffer.alloc(0), aPhotograph)).toBe(0);
    });

    it('is given up when what it sends has no end', async () => {
      await at.machine.see?.(Buffer.alloc(largestPictureBytes + 1));
      await expect(snapshot()).rejects.toThrow('larger than');
    });

    it('gives no picture while the printer cannot be reached', async () => {
      await at.machine.see?.(aPhotograph);
      await at.machine.disconnect();
      await at.watched.seen('offline');
      await expect(snapshot()).rejects.not.toThrow(NoCamera);
    });
  },
);

describe.each(networkBenches.filter(({ can }) => can.shutdown))(
  'a printer that shuts itself down, spoken to by $kind',
  ({ open }) => {
    it('is in error while it still calls itself paused, and its print has failed', async () => {
      const at = await WatchedBench.open(open);
      const { machine, watched } = at;
      await at.printing();
      await watched.printer.pause();
      await watched.seen('paused');
      await machine.shutDown?.();
      await watched.seen('error');
      expect(watched.latest).toMatchObject({ reason: { code: 'machine' }, run: { outcome: 'failed' } });
      await expect(watched.printer.start(await watched.aPrint())).rejects.toMatchObject({ code: 'printer_error' });
      await watched.told('print_started', 'print_paused', 'print_failed');
      await at.close();
    });
  },
);

describe.each(networkBenches.filter(({ can }) => can.readOnly))(
  'a printer that may let us read and nothing else, spoken to by $kind',
  ({ open }) => {
    it('wants somebody and says why, although it looks well, and gets no print', async () => {
      const bench = await open();
      const watched = await WatchedPrinter.make();
      await bench.machine.onlyLetRead?.();
      await watched.open(bench.adapter());
      await watched.seen('attention');
      expect(watched.latest?.reason?.code).toBe('control');
      await expect(watched.printer.start(await watched.aPrint())).rejects.toMatchObject({ code: 'not_idle' });
      expect(await bench.machine.starts()).toEqual([]);
      await watched.close();
      await bench.close();
    });
  },
);
