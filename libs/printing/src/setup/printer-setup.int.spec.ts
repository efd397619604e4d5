import { randomUUID } from 'node:crypto';
import type { JobPayload, PrinterDiagnosis, SetUpPrinter } from '#libs/contracts';
import type { CurrentDevice, Viewer } from '#libs/people';
import { PrinterSetupService } from '#libs/printing';
import { PrintingFixture } from '../../../../test/support/printing-fixture.js';
import { BridgeCommandService } from './bridge-command.service.js';

let fixture: PrintingFixture;
let setups: PrinterSetupService;
let commands: BridgeCommandService;
let staff: Viewer;
let admin: Viewer;

beforeAll(async () => {
  fixture = await PrintingFixture.create();
  setups = fixture.get(PrinterSetupService);
  commands = fixture.get(BridgeCommandService);
  staff = await fixture.aPerson({ staff: true });
  const somebody = await fixture.aPerson({ staff: true });
  admin = { ...somebody, roles: [{ role: 'admin', hubId: fixture.hubId, hub: 'test-hub' }] };
  await fixture.database.query(`INSERT INTO bridge (hub_id, slug) VALUES ($1, 'bridge-2')`, [fixture.hubId]);
});
afterAll(() => fixture.close());
beforeEach(async () => {
  await fixture.reset();
  await fixture.database.query(`TRUNCATE printer_connection, printer_test`);
});

const secret = 'key-that-nobody-reads';
const anEnder = (changes: Partial<SetUpPrinter> = {}): SetUpPrinter => ({
  bridge: 'bridge-1',
  machine: {
    model: 'Ender 3',
    bed: { x: 220, y: 220, z: 250 },
    nozzleDiameterMillimetres: 0.4,
    maxNozzleCelsius: 260,
    maxBedCelsius: 100,
    unattendedAllowed: false,
  },
  connection: { adapter: 'octoprint', url: 'http://ender.local' },
  secrets: { apiKey: secret },
  ...changes,
});
const setUp = (changes: Partial<SetUpPrinter> = {}, printer = 'ender', viewer = admin) =>
  setups.setUp({ hub: 'test-hub', printer }, anEnder(changes), { viewer, locale: 'en' });
const device = (bridge: string | null): CurrentDevice => ({
  id: randomUUID(),
  kind: bridge === null ? 'kiosk' : 'bridge',
  name: 'Device',
  hubId: fixture.hubId,
  hub: 'test-hub',
  bridge,
});
const told = async (bridge = 'bridge-1') => (await setups.printersOf(device(bridge))).printers;
async function carry(): Promise<void> {
  for (const { payload } of await fixture.takeJobs('bridge.command')) {
    await commands.carry(payload as JobPayload<'bridge.command'>);
  }
}
const refused = (code: string) => ({ code });

describe('a printer that is set up', () => {
  it('is there for its bridge, with its key, and the bridge is told to read its printers', async () => {
    await setUp({ name: 'Ender vasemmalla' });
    expect(await told()).toEqual([
      { slug: 'ender', model: 'Ender 3', adapter: 'octoprint', url: 'http://ender.local', apiKey: secret },
    ]);
    await carry();
    expect(fixture.link.reloads).toEqual(['test-hub/bridge-1']);
    expect(await setups.show(staff, 'ender')).toMatchObject({
      bridge: { slug: 'bridge-1', isOnline: true },
      machine: anEnder().machine,
      connection: { adapter: 'octoprint', url: 'http://ender.local' },
      hasSecrets: true,
      diagnosis: null,
    });
  });

  it('keeps its key to itself: not in an answer, the log, a job, nor readable in the database', async () => {
    await setUp();
    await setUp({ secrets: { apiKey: `${secret}-2` } });
    const everything = [
      await setups.show(admin, 'ender'),
      await setups.bridges('test-hub', admin),
      await fixture.database.query(`SELECT * FROM audit_entry`),
      await fixture.database.query(`SELECT * FROM outbox`),
      await fixture.database.query(`SELECT settings, encode(sealed_secrets, 'escape') FROM printer_connection`),
    ];
    expect(JSON.stringify(everything)).not.toContain(secret);
  });

  it('keeps its key when something else is changed, and needs it anew at another address', async () => {
    await setUp();
    await setUp({ secrets: undefined, machine: { ...anEnder().machine, model: 'Ender 3 V2' } });
    expect(await told()).toMatchObject([{ model: 'Ender 3 V2', apiKey: secret }]);
    const elsewhere = { adapter: 'octoprint', url: 'http://elsewhere.example' } as const;
    await expect(setUp({ secrets: undefined, connection: elsewhere })).rejects.toMatchObject(
      refused('printer.secret_needed'),
    );
    expect(await told()).toMatchObject([{ url: 'http://ender.local' }]);
  });

  it('leaves nothing behind when its key is missing', async () => {
    await expect(setUp({ secrets: undefined }, 'without-key')).rejects.toMatchObject(refused('printer.secret_needed'));
    const made = await fixture.database.query(`SELECT FROM resource WHERE slug = 'without-key'`);
    expect(made).toEqual([]);
  });

  it('goes from one bridge to another, and both are told', async () => {
    await setUp();
    await carry();
    fixture.link.reset();
    await setUp({ bridge: 'bridge-2' });
    expect([await told('bridge-1'), (await told('bridge-2')).map(({ slug }) => slug)]).toEqual([[], ['ender']]);
    await carry();
    expect(fixture.link.reloads.toSorted()).toEqual(['test-hub/bridge-1', 'test-hub/bridge-2']);
  });

  it('is nobody’s any more when it is taken off, and its place in the hub stays', async () => {
    await setUp();
    await carry();
    fixture.link.reset();
    await setups.takeOff({ hub: 'test-hub', printer: 'ender' }, admin);
    expect(await told()).toEqual([]);
    expect(await setups.show(staff, 'ender')).toMatchObject({ connection: null, hasSecrets: false });
    await carry();
    expect(fixture.link.reloads).toEqual(['test-hub/bridge-1']);
    await expect(setups.takeOff({ hub: 'test-hub', printer: 'ender' }, admin)).rejects.toMatchObject(
      refused('not_found'),
    );
  });

  it('is set up by administrators alone, and asked for by bridges alone', async () => {
    await expect(setUp({}, 'ender', staff)).rejects.toMatchObject(refused('auth.forbidden'));
    await expect(setups.printersOf(device(null))).rejects.toMatchObject(refused('auth.forbidden'));
    await expect(setUp({ bridge: 'no-bridge' })).rejects.toMatchObject(refused('not_found'));
  });

  it('does not take the name of something that is no printer', async () => {
    await fixture.database.query(
      `INSERT INTO resource (hub_id, slug, name, description, category, position)
       VALUES ($1, 'studio', '{"fi":"Studio"}', '{}', 'room', 9) ON CONFLICT DO NOTHING`,
      [fixture.hubId],
    );
    await expect(setUp({}, 'studio')).rejects.toMatchObject(refused('place.exists'));
  });
});

describe('looking at a printer', () => {
  const answer = (cmdId: string, changes: Partial<PrinterDiagnosis> = {}): PrinterDiagnosis => ({
    ...fixture.reportsOf('printer-1').event('plate_cleared', null),
    cmdId,
    reach: true,
    credentials: false,
    read: null,
    control: null,
    remark: 'Unauthorized',
    ...changes,
  });
  const ask = async (): Promise<string> => {
    await setups.test(staff, 'printer-1');
    await carry();
    return fixture.link.examinations.at(-1)?.id ?? '';
  };
  const address = () => fixture.address('printer-1');

  it('asks its bridge, and shows what that found', async () => {
    const id = await ask();
    expect(fixture.link.examinations).toEqual([{ address: address(), id }]);
    expect(await setups.show(staff, 'printer-1')).toMatchObject({ isBeingTested: true, diagnosis: null });
    fixture.live.length = 0;
    await commands.noteDiagnosis(address(), answer(id));
    expect(await setups.show(staff, 'printer-1')).toMatchObject({
      isBeingTested: false,
      diagnosis: {
        at: fixture.clock.now().toISOString(),
        reach: true,
        credentials: false,
        read: null,
        control: null,
        remark: 'Unauthorized',
      },
    });
    expect(fixture.live).toEqual([{ topic: 'printers', hub: 'test-hub' }]);
  });

  it('believes no answer to an earlier question, of another bridge, or that nobody asked for', async () => {
    const earlier = await ask();
    const id = await ask();
    await commands.noteDiagnosis(address(), answer(earlier));
    await commands.noteDiagnosis({ ...address(), bridge: 'bridge-2' }, answer(id));
    await commands.noteDiagnosis(fixture.address('printer-2'), answer(id));
    await commands.noteDiagnosis(address(), answer(randomUUID()));
    expect(await setups.show(staff, 'printer-1')).toMatchObject({ isBeingTested: true, diagnosis: null });
  });

  it('is over after a minute without an answer', async () => {
    await ask();
    fixture.clock.advance(1);
    expect(await setups.show(staff, 'printer-1')).toMatchObject({ isBeingTested: false, diagnosis: null });
  });

  it('is refused while the bridge is away', async () => {
    await fixture.database.query(`UPDATE bridge SET online = false`);
    await expect(setups.test(staff, 'printer-1')).rejects.toMatchObject(refused('printer.unreachable'));
  });
});
