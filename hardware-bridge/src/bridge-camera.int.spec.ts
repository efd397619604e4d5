import { pictureTypeOf } from '#libs/contracts';
import { aPhotograph } from '../../test/support/a-photograph.js';
import { BridgeFixture, hubBrokers } from '../../test/support/bridge-fixture.js';
import { eventually } from '../../test/support/eventually.js';
import { PictureTaker } from '../../test/support/picture-taker.js';
import { openMoonrakerBench, type MoonrakerBench } from '../../test/support/printers/moonraker-bench.js';
import { aPrint, plainCommand } from '../../test/support/server-side.js';

describe.each(hubBrokers)('a bridge that is asked for pictures over $name', ({ start }) => {
  let hub: BridgeFixture;
  let taker: PictureTaker;

  beforeEach(async () => {
    [hub, taker] = [await BridgeFixture.open(start), new PictureTaker()];
    await taker.open();
  });
  afterEach(async () => {
    await hub.close();
    await taker.close();
  });

  const brought = async (count = 1) => {
    await eventually(`${count} answers are there`, () => taker.brought.length === count);
    return taker.brought.at(-1);
  };

  it('says which printers have a camera, and brings a picture of the one that is meant', async () => {
    await hub.run();
    expect(hub.server.infos.at(-1)?.printers[0]?.capabilities.camera).toBe(true);
    await hub.server.photograph(taker.url);
    const picture = await brought();
    expect(picture).toMatchObject({ method: 'PUT', address: '/picture?signature=ours', type: 'image/jpeg' });
    expect(pictureTypeOf(picture?.content ?? Buffer.alloc(0))).toBe('image/jpeg');
  });

  it('says that there is no camera when there is no such printer', async () => {
    await hub.run();
    await hub.server.photograph(taker.url, 'nowhere');
    expect(await brought()).toMatchObject({
      method: 'DELETE',
      address: '/picture?signature=ours&reason=no_camera',
    });
  });

  it('says that there is no picture when the printer does not answer', async () => {
    await hub.run({ disconnected: true });
    await hub.server.photograph(taker.url);
    expect(await brought()).toMatchObject({ method: 'DELETE', address: '/picture?signature=ours&reason=no_picture' });
  });

  it('throws a picture away that nobody waits for any more, and goes on', async () => {
    await hub.run();
    taker.status = 404;
    await hub.server.photograph(taker.url);
    await brought();
    await eventually('it is written in the log', () => hub.log.some((line) => line.includes('answers 404')));
    await hub.server.photograph(taker.url);
    expect(await brought(2)).toMatchObject({ method: 'PUT' });
  });
});

describe('a bridge whose camera is slow or broken', () => {
  let hub: BridgeFixture;
  let taker: PictureTaker;
  let bench: MoonrakerBench;

  beforeEach(async () => {
    const [{ start }] = hubBrokers as [(typeof hubBrokers)[number]];
    [hub, taker, bench] = [await BridgeFixture.open(start), new PictureTaker(), await openMoonrakerBench()];
    await taker.open();
    await hub.runPrinters([{ ...bench.options, slug: 'prusa' }]);
    await hub.server.seen('idle');
  });
  afterEach(async () => {
    await hub.close();
    await taker.close();
    await bench.close();
  });

  it.each([
    ['broken off', aPhotograph.subarray(0, 500)],
    ['no picture', Buffer.from('<html>No signal</html>')],
  ])('brings nothing of what is %s', async (_what, content) => {
    await bench.machine.see?.(content);
    await hub.server.photograph(taker.url);
    await eventually('it says so', () => taker.brought.length === 1);
    expect(taker.brought[0]).toMatchObject({ method: 'DELETE', content: Buffer.alloc(0) });
  });

  it('starts a print while it still waits for the camera', async () => {
    bench.camera.isSilent = true;
    await bench.machine.see?.(aPhotograph);
    await hub.server.photograph(taker.url);
    await eventually('the camera is asked', () => bench.camera.asked === 1);
    await expect(hub.server.start(aPrint(hub.files.offer(100)))).resolves.toEqual({ phase: 'done', code: null });
    await expect(hub.server.send(plainCommand('emergency_stop'))).resolves.toMatchObject({ phase: 'done' });
    expect(taker.brought).toEqual([]);
  });

  it('stops without waiting for its camera', async () => {
    bench.camera.isSilent = true;
    await bench.machine.see?.(aPhotograph);
    await hub.server.photograph(taker.url);
    await eventually('the camera is asked', () => bench.camera.asked === 1);
    await hub.stop();
    expect(taker.brought).toEqual([]);
  });
});
