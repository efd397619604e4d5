import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PrinterSetup } from '#libs/contracts';
import { startBridge, type RunningBridge } from '../../hardware-bridge/src/bridge.js';
import { fetchPrinterOptions, readConfig } from '../../hardware-bridge/src/config.js';
import { pairBridge } from '../../hardware-bridge/src/pair.js';
import { startHub, type TestHub } from '../support/hub.js';
import { freePort } from '../support/process.js';
import { untilSucceeds } from '../support/until-succeeds.js';
import { Visitor } from '../support/visitor.js';

jest.setTimeout(180_000);

const key = 'key-of-the-workshop-printer';
const machine = {
  model: 'Virtual One',
  bed: { x: 250, y: 210, z: 210 },
  nozzleDiameterMillimetres: 0.4,
  maxNozzleCelsius: 285,
  maxBedCelsius: 110,
  unattendedAllowed: true,
};

let hub: TestHub;
let admin: Visitor;
let resident: Visitor;
let dataDir: string;
let bridge: RunningBridge;
const log: string[] = [];

beforeAll(async () => {
  hub = await startHub({ env: { MQTT_PORT: String(await freePort()) } });
  admin = await Visitor.signIn(hub.url, 'admin@digikeskus.example');
  resident = await Visitor.signIn(hub.url, 'asukas@digikeskus.example');
  dataDir = await mkdtemp(join(tmpdir(), 'dk-set-up-'));
  const shown: string[] = [];
  const pairing = pairBridge({ server: hub.url, dataDir, pauseMs: 100, show: (line) => shown.push(line) });
  const code = await untilSucceeds(async () => {
    const found = /^Code: (\S+)$/.exec(shown[0] ?? '')?.[1];
    if (found === undefined) throw new Error('no code yet');
    return found;
  });
  await admin.post('/hubs/viitasaari/devices', { code, name: 'Verstas', bridge: 'workshop' });
  await pairing;
  bridge = await run();
});

afterAll(async () => {
  await bridge.stop();
  await hub.remove();
  await rm(dataDir, { recursive: true, force: true });
});

/** A bridge without a file of its own, as its program runs it. */
function run(): Promise<RunningBridge> {
  const environment = { DATA_DIR: dataDir, VIRTUAL_PRINTER_SPEED: '120' };
  const note = (line: string) => void log.push(line);
  return startBridge({
    ...readConfig(environment),
    reload: () => fetchPrinterOptions(environment),
    reloadsOnConnect: true,
    log: { info: note, warn: note, error: note },
  });
}

const put = (slug: string, body: object) =>
  admin.request(`/hubs/viitasaari/printers/${slug}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ bridge: 'workshop', machine, ...body }),
  });
const setupOf = async (slug: string) => (await admin.get<PrinterSetup>(`/printers/${slug}/setup`)).body;

async function test(slug: string): Promise<PrinterSetup['diagnosis']> {
  expect((await admin.post(`/printers/${slug}/test`)).status).toBe(202);
  return untilSucceeds(async () => {
    const { diagnosis } = await setupOf(slug);
    if (diagnosis === null) throw new Error(`no answer: ${log.join('; ')}`);
    return diagnosis;
  }, 30_000);
}

describe('a printer that is set up from afar', () => {
  it('is found by its bridge, answers when it is looked at, and prints', async () => {
    await untilSucceeds(async () => {
      const { body } = await admin.get<{ items: { slug: string; isOnline: boolean }[] }>('/hubs/viitasaari/bridges');
      expect(body.items).toContainEqual(expect.objectContaining({ slug: 'workshop', isOnline: true }));
    });
    expect((await put('verstas-1', { name: 'Verstaan tulostin', connection: { adapter: 'virtual' } })).status).toBe(
      204,
    );
    await admin.waitForPrinter('verstas-1', ({ state }) => state === 'idle');
    expect(await test('verstas-1')).toMatchObject({ reach: true, credentials: true, read: true, control: true });

    const uploaded = await resident.upload('test/fixtures/cube-20mm.gcode', {
      hub: 'viitasaari',
      preferredPrinter: 'verstas-1',
    });
    await resident.waitForJob(uploaded.body.id, ['awaiting_review']);
    expect((await admin.post(`/print-jobs/${uploaded.body.id}/approve`)).status).toBe(200);
    const printed = await resident.waitForJob(uploaded.body.id, ['awaiting_clear']);
    expect(printed.printer).toBe('verstas-1');
  });

  it('has a key that its bridge keeps for itself, and that nobody reads anywhere else', async () => {
    const port = await freePort();
    const connection = { adapter: 'octoprint', url: `http://127.0.0.1:${port}` };
    expect((await put('verstas-2', { connection, secrets: { apiKey: key } })).status).toBe(204);
    await admin.waitForPrinter('verstas-2', ({ state }) => state === 'offline');
    expect(await test('verstas-2')).toMatchObject({ reach: false, credentials: null });

    const kept = join(dataDir, 'printers.json');
    expect((await stat(kept)).mode & 0o777).toBe(0o600);
    expect(await readFile(kept, 'utf8')).toContain(key);
    const answers = await Promise.all(
      ['/printers/verstas-2', '/printers/verstas-2/setup', '/hubs/viitasaari/printers', '/hubs/viitasaari/devices'].map(
        async (path) => JSON.stringify((await admin.get(path)).body),
      ),
    );
    expect([...answers, hub.main.output(), ...log].filter((text) => text.includes(key))).toEqual([]);
  });

  it('is known to a bridge that starts anew, and gone from one that was away while it was taken off', async () => {
    await bridge.stop();
    const removed = await admin.request('/hubs/viitasaari/printers/verstas-2', { method: 'DELETE' });
    expect(removed.status).toBe(204);
    bridge = await run();
    await admin.waitForPrinter('verstas-1', ({ state }) => state === 'awaiting_clear');
    await untilSucceeds(async () => expect(await readFile(join(dataDir, 'printers.json'), 'utf8')).not.toContain(key));
  });
});
