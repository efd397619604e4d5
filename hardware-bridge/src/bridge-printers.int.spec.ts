import { BridgeFixture } from '../../test/support/bridge-fixture.js';
import { startAedes } from '../../test/support/brokers.js';
import { eventually } from '../../test/support/eventually.js';
import { networkBenches } from '../../test/support/printers/printer-benches.js';
import type { NetworkMachine, PrinterBench } from '../../test/support/printers/printer-bench.js';
import { aPrint, jobCommand, plainCommand } from '../../test/support/server-side.js';

describe.each(networkBenches)('a bridge with a printer spoken to by $kind', ({ open }) => {
  let hub: BridgeFixture;
  let bench: PrinterBench<NetworkMachine>;

  const run = () => hub.runPrinters([{ ...bench.options, slug: 'prusa' }]);

  beforeEach(async () => {
    [hub, bench] = await Promise.all([BridgeFixture.open(startAedes), open()]);
    await run();
    await hub.server.seen('idle');
  });
  afterEach(async () => {
    await hub.close();
    await bench.close();
  });

  it('prints what the server sends, waits for the plate, and prints the next', async () => {
    const first = aPrint(hub.files.offer(100));
    await expect(hub.server.start(first)).resolves.toEqual({ phase: 'done', code: null });
    await hub.server.seen('preparing');
    await bench.machine.heatUp();
    await hub.server.seen('printing');
    await bench.machine.finish();
    await hub.server.seen('awaiting_clear');
    expect(hub.server.status?.job).toMatchObject({ jobId: first.jobId, outcome: 'completed', progress: 1 });

    const next = aPrint(hub.files.offer(100));
    await expect(hub.server.start(next)).resolves.toEqual({ phase: 'rejected', code: 'plate_not_clear' });
    await hub.server.send(plainCommand('clear_plate'));
    await hub.server.seen('idle');
    await expect(hub.server.start(next)).resolves.toEqual({ phase: 'done', code: null });
    await hub.server.seen('preparing');
    expect(await bench.machine.starts()).toEqual([`${first.jobId}-1.gcode`, `${next.jobId}-1.gcode`]);
    await eventually('all is told', () => hub.server.events.length === 4);
    expect(hub.server.eventTypes).toEqual(['print_started', 'print_completed', 'plate_cleared', 'print_started']);
  });

  it('goes on with its print after a restart, cancels it then, and has started it once', async () => {
    const print = aPrint(hub.files.offer(100));
    await hub.server.start(print);
    await bench.machine.heatUp();
    await hub.server.seen('printing');
    await hub.stop();
    await run();
    await hub.server.seen('printing');
    expect(hub.server.status?.job).toMatchObject({ jobId: print.jobId, startToken: print.startToken });
    await hub.server.send(jobCommand('cancel', print));
    await hub.server.seen('cancelling');
    await bench.machine.endCancelling();
    await hub.server.seen('awaiting_clear');
    await eventually('the end is told', () => hub.server.events.length === 2);
    expect(hub.server.eventTypes).toEqual(['print_started', 'print_cancelled']);
    expect(await bench.machine.starts()).toHaveLength(1);
  });
});
