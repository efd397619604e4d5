import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Device } from '#libs/contracts';
import { pairBridge } from '../../hardware-bridge/src/pair.js';
import { readConfig } from '../../hardware-bridge/src/config.js';
import { startHub, type TestHub } from '../support/hub.js';
import { freePort } from '../support/process.js';
import { untilSucceeds } from '../support/until-succeeds.js';
import { Visitor } from '../support/visitor.js';
import { startBridge } from '../../hardware-bridge/src/bridge.js';

jest.setTimeout(120_000);

let hub: TestHub;
let admin: Visitor;
let dataDir: string;

beforeAll(async () => {
  hub = await startHub({ env: { MQTT_PORT: String(await freePort()) } });
  admin = await Visitor.signIn(hub.url, 'admin@digikeskus.example');
  dataDir = await mkdtemp(join(tmpdir(), 'dk-paired-bridge-'));
});

afterAll(async () => {
  await hub.remove();
  await rm(dataDir, { recursive: true, force: true });
});

const devices = '/hubs/viitasaari/devices';
const list = async () => (await admin.get<{ items: Device[] }>(devices)).body.items;

describe('a bridge in a running hub', () => {
  it('is paired by the code it shows, connects with what it kept, and is cut off when it is removed', async () => {
    const shown: string[] = [];
    const pairing = pairBridge({ server: hub.url, dataDir, pauseMs: 100, show: (line) => shown.push(line) });
    const code = await untilSucceeds(async () => {
      const found = /^Code: (\S+)$/.exec(shown[0] ?? '')?.[1];
      if (found === undefined) throw new Error('no code yet');
      return found;
    });
    const { body: device } = await admin.post<Device>(devices, { code, name: 'Verstas', bridge: 'workshop' });
    await pairing;
    const path = join(dataDir, 'credentials.json');
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ broker: { username: 'viitasaari/workshop' } });

    const printers = '[{"slug": "printer-9", "adapter": "virtual", "model": "Virtual One"}]';
    const log: string[] = [];
    const note = (line: string) => void log.push(line);
    const bridge = await startBridge({
      ...readConfig({ DATA_DIR: dataDir, PRINTERS: printers }),
      log: { info: note, warn: note, error: note },
    });
    try {
      await untilSucceeds(async () => {
        const seen = (await list()).find(({ id }) => id === device.id)?.lastSeenAt;
        if (seen === null || seen === undefined) throw new Error(`not seen: ${log.join('; ')}`);
      });
      expect(log).toContain('Connected to the broker');
      const removed = await admin.request(`${devices}/${device.id}`, { method: 'DELETE' });
      expect(removed.status).toBe(204);
      await untilSucceeds(async () => {
        if (!log.some((line) => /^Broker: .*(Bad username|Not authorized)/.test(line))) throw new Error(log.join('; '));
      });
    } finally {
      await bridge.stop();
    }
  });
});
