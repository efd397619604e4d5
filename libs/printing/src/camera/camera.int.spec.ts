import { randomUUID } from 'node:crypto';
import type { BridgeInfo, JobPayload } from '#libs/contracts';
import type { Viewer } from '#libs/people';
import { CameraViewService, PictureDeliveryService } from '#libs/printing';
import { Clock, Database, FileStore } from '#libs/platform';
import { aPhotograph } from '../../../../test/support/a-photograph.js';
import { PrintingFixture } from '../../../../test/support/printing-fixture.js';
import { BridgePresenceService } from '../bridge/bridge-presence.service.js';
import { PrinterRepository } from '../printer/printer.repository.js';
import { PrintingViewService } from '../job/printing-view.service.js';
import { BridgeCommandService } from '../setup/bridge-command.service.js';
import { TemperatureRepository } from '../temperature/temperature.repository.js';
import { CameraRepository } from './camera.repository.js';
import { PictureLink } from './picture-link.js';
import { PictureRounds } from './picture-rounds.js';

let fixture: PrintingFixture;
let deliveries: PictureDeliveryService;
let cameras: CameraViewService;
let staff: Viewer;

beforeAll(async () => {
  fixture = await PrintingFixture.create();
  await fixture.get(FileStore).onModuleInit();
  deliveries = fixture.get(PictureDeliveryService);
  cameras = viewWith({ pollMs: 5, polls: 2000 });
  staff = await fixture.aPerson({ staff: true });
});
afterAll(() => fixture.close());
beforeEach(async () => {
  await fixture.reset();
  await fixture.database.query(`TRUNCATE printer_picture`);
  await fixture.database.query(`UPDATE printer SET has_camera = true`);
});

/** One more process of the API, of other patience. */
function viewWith(patience: { pollMs: number; polls: number }): CameraViewService {
  const get = fixture.get.bind(fixture);
  return new CameraViewService(
    get(Clock),
    get(Database),
    get(PrinterRepository),
    get(TemperatureRepository),
    get(CameraRepository),
    patience,
  );
}

const seconds = (count: number) => fixture.clock.advance(count / 60);
/** The addresses that the bridge was given. */
async function carried(): Promise<string[]> {
  for (const { payload } of await fixture.takeJobs('bridge.command')) {
    await fixture.get(BridgeCommandService).carry(payload as JobPayload<'bridge.command'>);
  }
  return fixture.link.pictures;
}
function linkOf(url = '') {
  const { pathname, searchParams } = new URL(url);
  const signature = searchParams.get('signature') ?? '';
  return { askingId: pathname.split('/').at(-1) ?? '', expires: Number(searchParams.get('expires')), signature };
}
async function asked(count = 1) {
  for (let tries = 0; tries < 500 && (await carried()).length < count; tries += 1) {
    await new Promise((resolve) => void setImmediate(resolve));
  }
  return linkOf(fixture.link.pictures[count - 1]);
}
const deliver = async (content: Uint8Array = aPhotograph, count = 1) => deliveries.take(await asked(count), content);
const refused = (code: string) => expect.objectContaining({ code });

describe('looking at a printer', () => {
  it('asks its bridge for a picture and shows that', async () => {
    const looking = cameras.look(staff, 'printer-1');
    await deliver();
    const { content, type, takenAt } = await looking;
    expect([Buffer.compare(content, aPhotograph), type, takenAt]).toEqual([0, 'image/jpeg', fixture.clock.now()]);
  });

  it('asks once for all who look at the same time, in whichever process', async () => {
    const others = viewWith({ pollMs: 5, polls: 2000 });
    const looking = [
      cameras.look(staff, 'printer-1'),
      others.look(staff, 'printer-1'),
      cameras.look(staff, 'printer-1'),
    ];
    await deliver();
    expect(await Promise.all(looking)).toHaveLength(3);
    expect(await carried()).toHaveLength(1);
  });

  it('shows the same picture for two seconds, and asks for the next one then', async () => {
    const first = cameras.look(staff, 'printer-1');
    await deliver();
    await first;
    seconds(1);
    await cameras.look(staff, 'printer-1');
    expect(await carried()).toHaveLength(1);
    seconds(1);
    const second = cameras.look(staff, 'printer-1');
    await deliver(aPhotograph, 2);
    expect((await second).takenAt).toEqual(fixture.clock.now());
  });

  it('is for whoever prints on it, from the start of the print to its end', async () => {
    const [owner, other] = [await fixture.aPerson(), await fixture.aPerson()];
    await expect(cameras.look(owner, 'printer-1')).rejects.toEqual(refused('not_found'));
    const id = await fixture.aPrintingJob({ owner });
    const looking = cameras.look(owner, 'printer-1');
    await deliver();
    expect((await looking).type).toBe('image/jpeg');
    await expect(cameras.look(other, 'printer-1')).rejects.toEqual(refused('not_found'));
    await expect(cameras.look(owner, 'printer-2')).rejects.toEqual(refused('not_found'));
    await fixture.seeOn('printer-1', id, { state: 'awaiting_clear', print: { outcome: 'completed', progress: 1 } });
    await expect(cameras.look(owner, 'printer-1')).rejects.toEqual(refused('not_found'));
  });

  it('says so when the bridge is away, and asks nobody', async () => {
    await fixture.database.query(`UPDATE bridge SET online = false`);
    await expect(cameras.look(staff, 'printer-1')).rejects.toEqual(refused('printer.unreachable'));
    expect(await carried()).toEqual([]);
  });

  it('says so when no picture comes, and asks anew after ten seconds', async () => {
    const hasty = viewWith({ pollMs: 1, polls: 2 });
    await expect(hasty.look(staff, 'printer-1')).rejects.toEqual(refused('printer.no_picture'));
    seconds(9);
    await expect(hasty.look(staff, 'printer-1')).rejects.toEqual(refused('printer.no_picture'));
    expect(await carried()).toHaveLength(1);
    seconds(1);
    await expect(hasty.look(staff, 'printer-1')).rejects.toEqual(refused('printer.no_picture'));
    expect(await carried()).toHaveLength(2);
  });

  it('says so when the camera gives none this time, and may be asked again', async () => {
    const looking = cameras.look(staff, 'printer-1');
    looking.catch(() => undefined);
    await deliveries.refuse(await asked(), 'no_picture');
    await expect(looking).rejects.toEqual(refused('printer.no_picture'));
    expect((await fixture.get(PrintingViewService).printer('printer-1', staff, 'en')).hasCamera).toBe(true);
  });

  it('learns that there is no camera, and believes the bridge when it is born again', async () => {
    const looking = cameras.look(staff, 'printer-1');
    looking.catch(() => undefined);
    await deliveries.refuse(await asked(), 'no_camera');
    await expect(looking).rejects.toEqual(refused('printer.no_camera'));
    const shown = async () => (await fixture.get(PrintingViewService).printer('printer-1', staff, 'en')).hasCamera;
    expect(await shown()).toBe(false);
    await expect(cameras.look(staff, 'printer-1')).rejects.toEqual(refused('printer.no_camera'));
    await fixture.get(BridgePresenceService).noteBirth(fixture.address('printer-1'), aBirth(true));
    expect(await shown()).toBe(true);
  });

  it('tells of a camera whoever may look, and nobody else', async () => {
    const views = fixture.get(PrintingViewService);
    const owner = await fixture.aPerson();
    const id = await fixture.aPrintingJob({ owner });
    expect((await views.printer('printer-1', undefined, 'en')).hasCamera).toBe(false);
    expect((await views.printer('printer-1', owner, 'en')).hasCamera).toBe(false);
    expect((await views.job(owner, id, 'en')).hasCamera).toBe(true);
    expect(JSON.stringify(await views.boardPart(fixture.hubId, 'en'))).not.toContain('amera');
  });
});

describe('what a bridge brings', () => {
  it('is refused when it is no picture, and whoever waits is told', async () => {
    const looking = cameras.look(staff, 'printer-1');
    looking.catch(() => undefined);
    await expect(deliver(Buffer.from('<svg/>'))).rejects.toEqual(refused('request.unsupported_media_type'));
    await expect(looking).rejects.toEqual(refused('printer.no_picture'));
  });

  it('is refused without our signature, when it is late, and when nobody waits', async () => {
    const link = fixture.get(PictureLink);
    const forged = { ...linkOf(link.create(randomUUID())), askingId: randomUUID() };
    await expect(deliveries.take(forged, aPhotograph)).rejects.toEqual(refused('not_found'));
    await expect(deliveries.refuse(forged, 'no_picture')).rejects.toEqual(refused('not_found'));
    const unasked = linkOf(link.create(randomUUID()));
    await expect(deliveries.take(unasked, aPhotograph)).rejects.toEqual(refused('not_found'));
    const late = await lateLink();
    await expect(deliveries.take(late, aPhotograph)).rejects.toEqual(refused('not_found'));
  });

  it('is taken once', async () => {
    const looking = cameras.look(staff, 'printer-1');
    await deliver();
    await looking;
    await expect(deliver()).rejects.toEqual(refused('not_found'));
  });

  it('is gone after half a minute', async () => {
    const looking = cameras.look(staff, 'printer-1');
    await deliver();
    await looking;
    const kept = async () => (await fixture.database.query(`SELECT FROM printer_picture`)).length;
    await fixture.get(PictureRounds).forget();
    expect(await kept()).toBe(1);
    seconds(30);
    await fixture.get(PictureRounds).forget();
    expect(await kept()).toBe(0);
  });
});

async function lateLink() {
  await expect(viewWith({ pollMs: 1, polls: 1 }).look(staff, 'printer-1')).rejects.toBeDefined();
  const link = await asked();
  seconds(61);
  return link;
}

function aBirth(camera: boolean): BridgeInfo {
  const capabilities = { pause: true, cancel: true, temperatures: true, camera };
  const printers = [{ slug: 'printer-1', adapter: 'moonraker', model: 'Voron', capabilities }];
  return { v: 1, session: 1, ts: fixture.clock.now().toISOString(), version: '1', adapters: [], printers };
}
