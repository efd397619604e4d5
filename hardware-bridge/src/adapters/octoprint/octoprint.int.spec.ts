import { eventually } from '../../../../test/support/eventually.js';
import { openOctoPrintBench, type OctoPrintBench } from '../../../../test/support/printers/octoprint-bench.js';
import { WatchedBench } from '../../../../test/support/printers/watched-bench.js';
import type { WatchedPrinter } from '../../../../test/support/printers/watched-printer.js';

describe('a printer under OctoPrint', () => {
  let at: WatchedBench<OctoPrintBench>;
  let bench: OctoPrintBench;
  let watched: WatchedPrinter;

  beforeEach(async () => {
    at = await WatchedBench.open(() => openOctoPrintBench());
    ({ bench, watched } = at);
  });
  afterEach(() => at.close());

  const printing = () => at.printing();

  it('is told to pause, and not to do the other of the two', async () => {
    await printing();
    await watched.printer.pause();
    await watched.seen('paused');
    expect(bench.octoprint.commands).toEqual([{ command: 'pause', action: 'pause' }]);
  });

  it('has cancelled a print that it calls failed because it was cancelled', async () => {
    await printing();
    await watched.printer.cancel();
    await watched.seen('cancelling');
    await bench.machine.endCancelling();
    await watched.told('print_started', 'print_cancelled');
    expect(watched.latest?.run?.outcome).toBe('cancelled');
  });

  it('has completed a print whose end was not told, when it says that all of it is done', async () => {
    await printing();
    bench.octoprint.losesEvents = true;
    await bench.machine.finish();
    await watched.told('print_started', 'print_completed');
    expect(watched.latest?.run?.progress).toBe(1);
  });

  it('has lost a print that it is no longer at, when nobody told how it ended', async () => {
    await printing();
    bench.octoprint.losesEvents = true;
    bench.octoprint.completion = null;
    bench.octoprint.show('Operational');
    bench.octoprint.show('Operational');
    await watched.told('print_started', 'print_failed');
    expect(watched.facts.at(-1)?.reason?.code).toBe('power');
  });

  it('tells start and end of a print so short that only its events were seen', async () => {
    bench.octoprint.files.add('benchy.gcode');
    bench.octoprint.print('benchy.gcode');
    bench.octoprint.finish();
    await watched.told('print_started', 'print_completed');
    expect(watched.latest?.run?.remoteName).toBe('benchy.gcode');
  });

  it('may ask to sign in again at any time, and its print goes on', async () => {
    const { remoteName } = await printing();
    const run = watched.latest?.run?.id;
    const count = watched.observations.length;
    bench.octoprint.endSessions();
    await eventually('it is seen again', () => watched.observations.length > count + 1);
    await watched.seen('printing');
    expect(watched.latest?.run).toMatchObject({ id: run, remoteName });
    expect(watched.factTypes).toEqual(['print_started']);
  });

  it.each([
    ['Offline', 'offline'],
    ['Detecting serial connection', 'starting'],
    ['Connecting', 'starting'],
    ['Error', 'error'],
    ['Offline after error', 'error'],
  ] as const)('is, when it says "%s", %s', async (text, state) => {
    bench.octoprint.show(text, 'why');
    await watched.seen(state);
    expect(watched.latest?.state).toBe(state);
  });

  it.each([
    ['Transferring file to SD', 'preparing'],
    ['Resuming', 'printing'],
    ['Finishing', 'printing'],
    ['Pausing', 'paused'],
    ['Cancelling', 'cancelling'],
  ] as const)('is, when it says "%s" of a print, %s, and the print goes on', async (text, state) => {
    await printing();
    bench.octoprint.show(text);
    await watched.seen(state);
    expect(watched.latest).toMatchObject({ state, run: { outcome: null } });
  });

  it('refuses a print when somebody was faster, in its own words, and keeps no file', async () => {
    bench.octoprint.afterUpload = () => bench.octoprint.print('benchy.gcode');
    const refused = { code: 'not_idle', message: 'Printer is already printing' };
    await expect(watched.printer.start(await watched.aPrint())).rejects.toMatchObject(refused);
    await eventually('ours is removed', () => bench.octoprint.files.size === 0);
    expect(bench.octoprint.starts).toEqual(['benchy.gcode']);
  });

  it('stops at once when it is told to, and is in error then', async () => {
    await printing();
    await watched.printer.emergencyStop?.();
    await watched.seen('error');
    expect(watched.latest?.run?.outcome).toBe('failed');
  });
});
