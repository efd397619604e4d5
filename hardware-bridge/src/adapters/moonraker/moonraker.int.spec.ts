import { setTimeout } from 'node:timers/promises';
import { eventually } from '../../../../test/support/eventually.js';
import { openMoonrakerBench, type MoonrakerBench } from '../../../../test/support/printers/moonraker-bench.js';
import { WatchedBench } from '../../../../test/support/printers/watched-bench.js';
import type { WatchedPrinter } from '../../../../test/support/printers/watched-printer.js';
import { uploadToMoonraker } from './moonraker-files.js';

describe('a printer under Klipper', () => {
  let at: WatchedBench<MoonrakerBench>;
  let bench: MoonrakerBench;
  let watched: WatchedPrinter;

  beforeEach(async () => {
    at = await WatchedBench.open(() => openMoonrakerBench());
    ({ bench, watched } = at);
  });
  afterEach(() => at.close());

  const klipper = () => bench.moonraker.klipper;
  const printing = () => at.printing();

  it('is offline when Klipper dies behind a Moonraker that goes on, and its print is lost with it', async () => {
    await printing();
    bench.moonraker.klipperDies();
    await watched.seen('offline');
    await expect(watched.printer.start(await watched.aPrint())).rejects.toMatchObject({ code: 'printer_offline' });
    bench.moonraker.klipperBegins('startup');
    await watched.seen('starting');
    bench.moonraker.klipperBegins('error');
    await watched.seen('error');
    expect(watched.latest?.reason).toEqual({ code: 'machine', native: 'Klipper: error' });
    bench.moonraker.klipperBegins('ready');
    await watched.seen('idle');
    await watched.told('print_started', 'print_failed');
  });

  it('is cancelling for longer than any answer may take, and that is no failure', async () => {
    await watched.start();
    await watched.printer.cancel();
    await setTimeout(500);
    expect(watched.latest).toMatchObject({ state: 'cancelling', run: { outcome: null } });
    klipper().endCancelling();
    await watched.seen('finished');
    expect(watched.faults).toEqual([]);
  });

  it('has its heaters turned off after a cancel, which Klipper leaves on', async () => {
    await printing();
    await watched.printer.cancel();
    klipper().endCancelling();
    await eventually('it is told', () => klipper().scripts.length > 0);
    expect(klipper().scripts).toEqual(['TURN_OFF_HEATERS']);
  });

  it('is not asked to pause or cancel while it is idle, which it would answer with ok', async () => {
    await expect(watched.printer.pause()).rejects.toMatchObject({ code: 'printer_error' });
    await expect(watched.printer.cancel()).rejects.toMatchObject({ code: 'printer_error' });
    expect(bench.moonraker.called.filter((method) => method.startsWith('printer.print'))).toEqual([]);
  });

  it('refuses a file that has vanished, and is idle then', async () => {
    bench.moonraker.afterUpload = (name) => klipper().files.delete(name);
    await expect(watched.printer.start(await watched.aPrint())).rejects.toMatchObject({
      code: 'printer_error',
      message: 'Unable to open file',
    });
    expect(watched.latest?.state).toBe('idle');
    expect(klipper().starts).toEqual([]);
  });

  it('refuses a print when somebody was faster at the machine, in its own clean words, and keeps no file', async () => {
    bench.moonraker.afterUpload = () => {
      klipper().files.set('benchy.gcode', 1000);
      klipper().start('benchy.gcode');
    };
    const refused = { code: 'not_idle', message: 'SD busy' };
    await expect(watched.printer.start(await watched.aPrint())).rejects.toMatchObject(refused);
    expect(klipper().starts).toEqual(['benchy.gcode']);
    await eventually('it is removed', () => [...klipper().files.keys()].join() === 'benchy.gcode');
  });

  it('refuses a file that the network has spoilt, by its checksum', async () => {
    bench.moonraker.spoilNextUpload = true;
    await expect(watched.printer.start(await watched.aPrint())).rejects.toMatchObject({ code: 'checksum_mismatch' });
    expect(klipper().starts).toEqual([]);
  });

  it('does not let the file be overwritten that it prints', async () => {
    const print = await printing();
    const address = { url: bench.moonraker.url, apiKey: 'right-key' };
    await expect(uploadToMoonraker(address, print)).rejects.toMatchObject({ code: 'printer_error' });
  });

  it('tells start and end of a print so short that nobody saw it going on, not even Moonraker', async () => {
    const print = await watched.aPrint();
    klipper().files.set(print.remoteName, 500);
    klipper().quiet = true;
    klipper().start(print.remoteName, false);
    klipper().quiet = false;
    klipper().end('complete');
    klipper().set('print_stats', { filename: print.remoteName });
    await watched.told('print_started', 'print_completed');
    const told = watched.latest?.run?.id;
    await watched.stop();
    await watched.open(bench.adapter());
    await watched.seen('finished');
    expect(watched.latest?.run?.id).toBe(told);
    expect(watched.factTypes).toHaveLength(2);
  });

  it('has done nothing while it heats, although it has read nearly all of a small file', async () => {
    await watched.start();
    await watched.seen('preparing');
    expect(klipper().objects['virtual_sdcard']?.['progress']).toBeCloseTo(0.9);
    expect(watched.latest?.run?.progress).toBe(0);
  });

  it('believes the progress that the slicer wrote, when it wrote one', async () => {
    await printing();
    klipper().tellProgress(0.4);
    await eventually('it is told', () => watched.latest?.run?.progress === 0.4);
    expect(watched.latest?.run?.etaSeconds).toBe(600);
  });

  it('says how much filament it has counted', async () => {
    await printing();
    klipper().printTo(0.5);
    await eventually('it is told', () => (watched.latest?.run?.filamentMillimetres ?? 0) > 1000);
    expect(watched.latest?.run?.filamentMillimetres).toBe(2500);
  });

  it('is told apart from one that is switched off without a goodbye', async () => {
    await watched.stop();
    await watched.open(bench.adapter({ silenceMs: 150 }));
    await watched.seen('idle');
    bench.moonraker.freeze();
    await eventually('it is missed', () => watched.states.includes('offline'));
    await watched.seen('idle');
    expect(watched.states[0]).toBe('idle');
  });

  it('stops at once when it is told to, and says so until somebody has restarted it', async () => {
    await printing();
    await watched.printer.emergencyStop?.();
    await watched.seen('error');
    expect(watched.latest?.reason?.native).toBe('Shutdown due to webhooks request');
    await watched.told('print_started', 'print_failed');
    bench.moonraker.klipperDies();
    bench.moonraker.klipperBegins('ready');
    await watched.seen('idle');
    expect(watched.record).toMatchObject({ plate: 'awaiting_clear', run: { outcome: 'failed' } });
  });

  it('is watched without a key where Moonraker trusts the network', async () => {
    await watched.stop();
    bench.moonraker.apiKey = null;
    await watched.open(bench.adapter());
    await watched.seen('idle');
    expect(watched.latest?.reason).toBeNull();
  });
});
