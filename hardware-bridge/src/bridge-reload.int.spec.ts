import { BridgeFixture } from '../../test/support/bridge-fixture.js';
import { startAedes } from '../../test/support/brokers.js';
import { eventually } from '../../test/support/eventually.js';
import { aPrint } from '../../test/support/server-side.js';
import type { PrinterOptions } from './bridge-options.js';

const prusa = { slug: 'prusa', adapter: 'virtual', model: 'Virtual One', speed: 20, faults: {} } as const;
const second = { ...prusa, slug: 'second', model: 'Virtual Two' };

describe('printers that come and go while the bridge runs', () => {
  let hub: BridgeFixture;
  let written: () => readonly PrinterOptions[];

  beforeEach(async () => {
    hub = await BridgeFixture.open(startAedes);
    written = () => [prusa];
    await hub.run({}, 20, () => written());
  });
  afterEach(() => hub.close());

  const reload = async (): Promise<void> => {
    const births = hub.server.infos.length;
    await hub.server.reload();
    await eventually('it is born again', () => hub.server.infos.length > births);
  };
  const told = () => hub.server.infos.at(-1)?.printers.map(({ slug, model }) => `${slug} ${model}`);

  it('are announced when they come, and are no more when they have gone', async () => {
    written = () => [prusa, second];
    await reload();
    expect(told()).toEqual(['prusa Virtual One', 'second Virtual Two']);
    await eventually('the new one is seen', () => hub.server.status?.state === 'idle');
    written = () => [prusa];
    await reload();
    expect(told()).toEqual(['prusa Virtual One']);
  });

  it('do not disturb the one that stays: its print goes on and its numbers, too', async () => {
    const print = aPrint(hub.files.offer(100));
    await hub.server.start(print);
    await hub.server.seen('printing');
    written = () => [prusa, second];
    await reload();
    await hub.server.seen('awaiting_clear');
    await eventually('the end is told', () => hub.server.eventTypes.includes('print_completed'));
    expect(await hub.starts()).toHaveLength(1);
  });

  it('go on counting their messages after a change, so that none is taken for an old one', async () => {
    const before = hub.server.status?.seq ?? 0;
    written = () => [{ ...prusa, model: 'Virtual One, mended' }];
    await reload();
    await eventually('it is seen again', () => (hub.server.status?.seq ?? 0) > before);
    expect(told()).toEqual(['prusa Virtual One, mended']);
    const numbers = hub.server.statuses.map(({ seq }) => seq);
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  });

  it('stay as they are when the new ones cannot be read, and the log says why', async () => {
    hub.expectedErrors.push('cannot be used as they are written');
    written = () => {
      throw new Error('bridge.yaml:3: printers.0.url: must be an address');
    };
    await reload();
    expect(told()).toEqual(['prusa Virtual One']);
    expect(hub.log.join('\n')).toContain('bridge.yaml:3');
  });

  it('are asked for again by themselves when the server could not be asked', async () => {
    hub.expectedErrors.push('cannot be used as they are written');
    let tries = 0;
    written = () => {
      tries += 1;
      if (tries < 3) throw new Error('the server answered 503');
      return [prusa, second];
    };
    await reload();
    expect(told()).toEqual(['prusa Virtual One']);
    await eventually('the new one is there', () => told()?.length === 2, 20_000);
    expect(tries).toBe(3);
  });
});
