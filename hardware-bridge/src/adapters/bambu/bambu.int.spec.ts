import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { eventually } from '../../../../test/support/eventually.js';
import { openBambuBench, type BambuBench } from '../../../../test/support/printers/bambu-bench.js';
import { WatchedBench } from '../../../../test/support/printers/watched-bench.js';
import type { WatchedPrinter } from '../../../../test/support/printers/watched-printer.js';
import { unzip } from '../../../../test/support/unzip.js';

describe('a printer of Bambu Lab', () => {
  let at: WatchedBench<BambuBench>;
  let bench: BambuBench;
  let watched: WatchedPrinter;

  beforeEach(async () => {
    at = await WatchedBench.open(() => openBambuBench());
    ({ bench, watched } = at);
  });
  afterEach(() => at.close());

  const printing = () => at.printing();
  const asked = (command: string) => bench.bambu.commands.filter((sent) => sent['command'] === command);

  it('gets the G-code as the plate of a project, and is told to print that plate', async () => {
    const { filePath, remoteName } = await watched.start();
    const [[name, content] = ['', Buffer.alloc(0)]] = bench.bambu.ftps.files;
    expect(name).toBe(`${remoteName}.3mf`);
    const entries = await unzip(content);
    const gcode = await readFile(filePath);
    expect(entries.get('Metadata/plate_1.gcode')?.equals(gcode)).toBe(true);
    const sum = createHash('md5').update(gcode).digest('hex').toUpperCase();
    expect(entries.get('Metadata/plate_1.gcode.md5')?.toString()).toBe(sum);
    const [order] = asked('project_file');
    expect(order).toMatchObject({ param: 'Metadata/plate_1.gcode', url: `ftp:///${name}`, subtask_name: remoteName });
  });

  it('prints from the spool at its back, or from the slots of the AMS that its settings name', async () => {
    await watched.start();
    bench.bambu.end('FINISH');
    await watched.seen('finished');
    await watched.stop();
    await watched.open(bench.adapter({ amsMapping: [2, 0] }));
    await watched.seen('finished');
    await watched.start();
    expect(asked('project_file')).toMatchObject([
      { use_ams: false, ams_mapping: [] },
      { use_ams: true, ams_mapping: [2, 0] },
    ]);
  });

  it('has taken a print whose task it shows, although it still shows the end of the one before for minutes', async () => {
    await printing();
    bench.bambu.end('FINISH');
    await watched.seen('finished');
    bench.bambu.lingers = true;
    const second = await watched.start();
    expect(watched.latest).toMatchObject({ state: 'preparing', run: { outcome: null, progress: 0 } });
    bench.bambu.set({ wifi_signal: '-48dBm' });
    await setTimeout(100);
    expect(watched.latest).toMatchObject({ state: 'preparing', run: { outcome: null } });
    await expect(watched.printer.start(await watched.aPrint())).rejects.toMatchObject({ code: 'not_idle' });
    bench.bambu.begin();
    bench.bambu.heatUp();
    await watched.seen('printing');
    bench.bambu.end('FINISH');
    await watched.told('print_started', 'print_completed', 'print_started', 'print_completed');
    expect(watched.facts.at(-1)?.job).toEqual(second.reference);
  });

  it('takes no second print in the moment before it shows that it has taken one', async () => {
    bench.bambu.quiet = true;
    await watched.printer.start(await watched.aPrint());
    await watched.seen('preparing');
    await expect(watched.printer.start(await watched.aPrint())).rejects.toMatchObject({ code: 'not_idle' });
    expect(bench.bambu.starts).toHaveLength(1);
  });

  it('is not told to start while it prints, which would stop what it prints', async () => {
    bench.bambu.ftps.afterUpload = () => bench.bambu.print('benchy.gcode', '0', 'benchy.gcode.3mf');
    await expect(watched.printer.start(await watched.aPrint())).rejects.toMatchObject({ code: 'not_idle' });
    expect([asked('project_file'), bench.bambu.ruined]).toEqual([[], []]);
    await eventually('ours is removed', () => bench.bambu.ftps.files.size === 0);
  });

  it('tells start and end of a print that nobody saw at work', async () => {
    await watched.start();
    bench.bambu.quiet = true;
    bench.bambu.heatUp();
    bench.bambu.quiet = false;
    bench.bambu.end('FINISH');
    await watched.told('print_started', 'print_completed');
    expect(watched.states).not.toContain('printing');
  });

  it('begins a print at nothing, whatever per cents it shows of the one before', async () => {
    await watched.start();
    await watched.seen('preparing');
    expect(watched.latest?.run?.progress).toBe(0);
    bench.bambu.heatUp();
    await eventually('one per cent', () => watched.latest?.run?.progress === 0.01);
  });

  it('tells of what changes only that, and is asked for everything once, and then every five minutes', async () => {
    bench.bambu.set({ ams: { tray_now: '2' } });
    bench.bambu.set({ nozzle_temper: 99 });
    await eventually('it is warm', () => watched.latest?.temperatures?.nozzle === 99);
    expect(watched.latest).toMatchObject({ state: 'idle', temperatures: { bed: 23 } });
    expect(asked('pushall')).toHaveLength(1);
    await watched.stop();
    await watched.open(bench.adapter({}, { askAllMs: 50 }));
    await eventually('it is asked again', () => asked('pushall').length >= 4);
  });

  it('is believed offline when it has said nothing for a while, although the connection stands', async () => {
    await watched.stop();
    bench.bambu.beat(50);
    await watched.open(bench.adapter({}, { silenceMs: 600 }));
    await watched.seen('idle');
    await setTimeout(900);
    expect(watched.states).not.toContain('offline');
    bench.bambu.fallSilent();
    await eventually('it is missed', () => watched.latest?.reason?.native === 'No report for 0.6 s');
    expect(watched.latest).toMatchObject({ state: 'offline', reason: { code: 'network' } });
  });

  it('obeys although it never says so', async () => {
    bench.bambu.answers = false;
    await printing();
    await watched.printer.pause();
    await watched.seen('paused');
    expect(watched.factTypes).toEqual(['print_started', 'print_paused']);
  });

  it.each([
    [2, 'RUNNING', 'preparing'],
    [7, 'RUNNING', 'preparing'],
    [49, 'RUNNING', 'preparing'],
    [0, 'RUNNING', 'printing'],
    [16, 'PAUSE', 'paused'],
    [30, 'PAUSE', 'paused'],
    [255, 'PAUSE', 'paused'],
    [21, 'PAUSE', 'attention'],
    [255, 'SLICING', 'preparing'],
    [255, 'INIT', 'starting'],
  ] as const)('is, at stage %i of %s, %s', async (stg_cur, gcode_state, state) => {
    await printing();
    bench.bambu.set({ stg_cur, gcode_state });
    await watched.seen(state);
    expect(watched.latest?.state).toBe(state);
  });

  it('wants somebody when it shows a serious fault, also when it prints nothing, and not for a hint', async () => {
    bench.bambu.set({ hms: [{ attr: 0x0300_0100, code: 0x0003_0001 }] });
    bench.bambu.set({ nozzle_temper: 30 });
    await eventually('it is seen', () => watched.latest?.temperatures?.nozzle === 30);
    expect(watched.latest?.state).toBe('idle');
    bench.bambu.set({ hms: [{ attr: 0x0500_0300, code: 0x0002_0006 }] });
    await watched.seen('attention');
    expect(watched.latest?.reason).toEqual({ code: 'machine', native: 'HMS 0500-0300-0002-0006' });
    await expect(watched.printer.start(await watched.aPrint())).rejects.toMatchObject({ code: 'not_idle' });
    bench.bambu.set({ hms: [] });
    await watched.seen('idle');
  });

  it('prints on while it shows a fault that does not stop it', async () => {
    await printing();
    bench.bambu.set({ hms: [{ attr: 0x0500_0300, code: 0x0002_0006 }], nozzle_temper: 214 });
    await eventually('it is seen', () => watched.latest?.temperatures?.nozzle === 214);
    expect(watched.latest?.state).toBe('printing');
    expect(watched.factTypes).toEqual(['print_started']);
  });

  it('has cancelled a print that somebody has stopped at the machine, by the number it gives for that', async () => {
    await printing();
    bench.bambu.end('FAILED', 0x0300_400c);
    await watched.told('print_started', 'print_cancelled');
    expect(watched.latest?.run?.outcome).toBe('cancelled');
  });

  it('tells what has failed as its maker writes it', async () => {
    await printing();
    bench.bambu.end('FAILED', 0x0300_8003);
    await watched.told('print_started', 'print_failed');
    expect(watched.latest?.reason).toEqual({ code: 'machine', native: 'FAILED 0300-8003' });
  });

  it('forgets at once a print that is cancelled early, and it is cancelled all the same', async () => {
    await watched.start();
    await watched.printer.cancel();
    bench.bambu.set({ gcode_state: 'IDLE', subtask_id: '0', subtask_name: '' });
    await watched.told('print_started', 'print_cancelled');
    expect(watched.latest?.run?.outcome).toBe('cancelled');
  });

  it('has lost a print that it forgets in the middle', async () => {
    await printing();
    bench.bambu.set({ gcode_state: 'IDLE', subtask_id: '0', subtask_name: '' });
    await watched.told('print_started', 'print_failed');
    expect(watched.facts.at(-1)?.reason?.code).toBe('power');
  });

  it('is not shown as cancelling when it has refused to', async () => {
    await printing();
    bench.bambu.developerMode = false;
    const refused = { code: 'printer_error', message: 'mqtt message verify failed' };
    await expect(watched.printer.cancel()).rejects.toMatchObject(refused);
    expect(watched.latest?.state).toBe('printing');
  });

  it('is found out by a command that changes nothing where it does not tell whether it obeys', async () => {
    await watched.stop();
    bench.bambu.forget('fun');
    await watched.open(bench.adapter());
    await watched.seen('idle');
    expect(asked('print_speed')).toMatchObject([{ param: '2' }]);
    await watched.stop();
    bench.bambu.developerMode = false;
    await watched.open(bench.adapter());
    await watched.seen('attention');
    expect(watched.latest?.reason).toEqual({ code: 'control', native: 'Developer Mode is off' });
  });

  it('gets no access code when its certificate is of another printer, or not the one that was written down', async () => {
    await watched.stop();
    const { knocks } = bench.bambu;
    await watched.open(bench.adapter({ serial: '01P00A000000002' }));
    await eventually('it is refused', () => watched.latest?.reason?.code === 'credentials');
    expect(watched.latest?.reason?.native).toBe('The certificate is of 01P00A000000001, not of 01P00A000000002');
    await watched.stop();
    await watched.open(bench.adapter({ fingerprint: 'AB:'.repeat(32).slice(0, -1) }));
    await eventually('it is refused', () => watched.latest?.reason?.native.startsWith('The certificate’s') ?? false);
    expect(bench.bambu.knocks).toBe(knocks);
    await watched.stop();
    await watched.open(bench.adapter({ fingerprint: bench.bambu.fingerprint }));
    await watched.seen('idle');
  });

  it('refuses when its card is full, in its own words', async () => {
    bench.bambu.ftps.full = true;
    await expect(watched.printer.start(await watched.aPrint())).rejects.toMatchObject({
      code: 'printer_error',
      message: '552 No space left on the card',
    });
    expect(bench.bambu.starts).toEqual([]);
  });

  it('starts nothing of a file that has not arrived whole, and keeps nothing of it', async () => {
    bench.bambu.ftps.truncateNextUpload = true;
    await expect(watched.printer.start(await watched.aPrint())).rejects.toMatchObject({ code: 'checksum_mismatch' });
    expect([bench.bambu.starts, [...bench.bambu.ftps.files.keys()]]).toEqual([[], []]);
  });

  it('begins no second time a print that was cleared away before the bridge was started again', async () => {
    await bench.machine.printLocally();
    await bench.machine.heatUp();
    await bench.machine.finish();
    await watched.seen('finished');
    watched.clearPlate();
    await watched.stop();
    await watched.open(bench.adapter());
    await watched.seen('finished');
    expect(watched.record.plate).toBe('clear');
    expect(watched.factTypes).toEqual(['print_started', 'print_completed']);
  });
});
