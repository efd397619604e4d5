import { aPhotograph } from '../../../../test/support/a-photograph.js';
import { FakeCamera } from '../../../../test/support/printers/fake-camera.js';
import { openMoonrakerBench, type MoonrakerBench } from '../../../../test/support/printers/moonraker-bench.js';
import { WatchedBench } from '../../../../test/support/printers/watched-bench.js';
import { NoCamera } from '../printer-adapter.js';

describe('the camera of a printer under Klipper', () => {
  let at: WatchedBench<MoonrakerBench>;
  let other: FakeCamera;

  beforeEach(async () => {
    [at, other] = [await WatchedBench.open(openMoonrakerBench), new FakeCamera()];
    await other.open();
    other.picture = aPhotograph;
  });
  afterEach(async () => {
    await at.close();
    await other.close();
  });

  const snapshot = async () => at.watched.printer.snapshot?.(AbortSignal.timeout(5000));
  const openWith = async (camera: string | false) => {
    await at.watched.stop();
    await at.watched.open(at.bench.adapter({}, { camera }));
    await at.watched.seen('idle');
  };

  it('is not looked for at another host, whatever the printer says', async () => {
    const elsewhere = other.url.replace('127.0.0.1', '127.0.0.2');
    at.bench.moonraker.webcams = [{ name: 'router', enabled: true, snapshot_url: elsewhere }];
    await expect(snapshot()).rejects.toThrow('another host');
    expect(other.asked).toBe(0);
  });

  it('is not followed to where it sends us on', async () => {
    await at.machine.see?.(aPhotograph);
    at.bench.camera.elsewhere = other.url;
    await expect(snapshot()).rejects.not.toThrow(NoCamera);
    expect(other.asked).toBe(0);
  });

  it('is where the settings of the bridge say, though the printer says otherwise', async () => {
    await at.machine.see?.(null);
    await openWith(other.url);
    expect(Buffer.compare((await snapshot()) ?? Buffer.alloc(0), aPhotograph)).toBe(0);
  });

  it('is left alone when the settings say so', async () => {
    await at.machine.see?.(aPhotograph);
    await openWith(false);
    expect(at.watched.printer.capabilities.camera).toBe(false);
    await expect(snapshot()).rejects.toThrow(NoCamera);
    expect(at.bench.camera.asked).toBe(0);
  });
});
