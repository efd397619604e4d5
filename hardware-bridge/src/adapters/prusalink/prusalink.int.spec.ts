import { eventually } from '../../../../test/support/eventually.js';
import { openPrusaLinkBench, type PrusaLinkBench } from '../../../../test/support/printers/prusalink-bench.js';
import { WatchedBench } from '../../../../test/support/printers/watched-bench.js';
import type { WatchedPrinter } from '../../../../test/support/printers/watched-printer.js';

describe('a printer with PrusaLink', () => {
  let at: WatchedBench<PrusaLinkBench>;
  let bench: PrusaLinkBench;
  let watched: WatchedPrinter;

  beforeEach(async () => {
    at = await WatchedBench.open(() => openPrusaLinkBench());
    ({ bench, watched } = at);
  });
  afterEach(() => at.close());

  const printing = () => at.printing();

  it('lets in with a key as well as with a password', async () => {
    await watched.stop();
    await watched.open(bench.adapter({ password: undefined, apiKey: 'right-key' }));
    await watched.seen('idle');
    await watched.stop();
    await watched.open(bench.adapter({ password: undefined, apiKey: 'wrong-key' }));
    await eventually('it is refused', () => watched.latest?.reason?.code === 'credentials');
    expect(watched.latest?.state).toBe('offline');
  });

  it('may ask for the proof anew at any time, and nothing is seen of that', async () => {
    const count = watched.observations.length;
    bench.prusalink.askAnew();
    await eventually('it is asked again', () => watched.observations.length > count + 2);
    expect(watched.states).not.toContain('offline');
  });

  it('gets the file first and is started then, so that it is known which of the two failed', async () => {
    const { remoteName } = await watched.start();
    const asked = bench.prusalink.asked.filter((line) => line.includes(remoteName));
    expect(asked).toEqual([`PUT /api/v1/files/usb/${remoteName}`, `POST /api/v1/files/usb/${remoteName}`]);
  });

  it('refuses when it is full, in its own words', async () => {
    bench.prusalink.full = true;
    await expect(watched.printer.start(await watched.aPrint())).rejects.toMatchObject({
      code: 'printer_error',
      message: 'Insufficient storage: The drive is full',
    });
    expect(bench.prusalink.starts).toEqual([]);
  });

  it('has no time for a print while somebody else sends a file, and takes it afterwards', async () => {
    bench.prusalink.transferring = true;
    await expect(watched.printer.start(await watched.aPrint())).rejects.toMatchObject({
      code: 'not_idle',
      message: 'Conflict: Another transfer is going on',
    });
    bench.prusalink.transferring = false;
    const { remoteName } = await watched.start();
    expect(bench.prusalink.starts).toEqual([remoteName]);
  });

  it('refuses a print when somebody was faster at the machine, and keeps no file', async () => {
    bench.prusalink.afterUpload = () => bench.prusalink.print('benchy.gcode');
    await expect(watched.printer.start(await watched.aPrint())).rejects.toMatchObject({ code: 'not_idle' });
    await eventually('ours is removed', () => bench.prusalink.files.size === 0);
    expect(bench.prusalink.starts).toEqual(['benchy.gcode']);
  });

  it('wants somebody, and does not say what for', async () => {
    await printing();
    bench.prusalink.end('ATTENTION');
    await watched.seen('attention');
    expect(watched.latest?.reason).toEqual({ code: 'attention', native: 'ATTENTION' });
    await watched.told('print_started', 'print_paused');
  });

  it('is idle when it says that it is ready, and takes a print then', async () => {
    bench.prusalink.end('READY');
    const count = watched.observations.length;
    await eventually('it is seen', () => watched.observations.length > count + 1);
    expect(watched.latest?.state).toBe('idle');
    const { remoteName } = await watched.start();
    expect(bench.prusalink.starts).toEqual([remoteName]);
  });

  it('is busy with something that is not a print, and takes none meanwhile', async () => {
    bench.prusalink.end('BUSY');
    await watched.seen('preparing');
    await expect(watched.printer.start(await watched.aPrint())).rejects.toMatchObject({ code: 'not_idle' });
    expect(watched.facts).toEqual([]);
  });

  it('has completed a print whose end somebody sent away before we looked', async () => {
    await printing();
    bench.prusalink.printTo(1);
    await eventually('it is nearly done', () => (watched.latest?.run?.progress ?? 0) >= 0.99);
    bench.prusalink.dismiss();
    await watched.told('print_started', 'print_completed');
    await watched.seen('idle');
    expect(watched.record.plate).toBe('awaiting_clear');
  });

  it('has lost a print that it forgets in the middle', async () => {
    await printing();
    bench.prusalink.dismiss();
    await watched.told('print_started', 'print_failed');
    expect(watched.facts.at(-1)?.reason?.code).toBe('power');
  });
});
