import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigFault, readConfig } from './config.js';

const printer = { slug: 'prusa-1', adapter: 'virtual', model: 'Virtual One' };
const environment = {
  MQTT_URL: 'mqtt://localhost:1883',
  HUB: 'keskusta',
  BRIDGE: 'silta-1',
  DATA_DIR: '/data',
  PRINTERS: JSON.stringify([printer]),
};

const faultsOf = (changed: NodeJS.ProcessEnv): readonly string[] => {
  try {
    readConfig(changed);
    return [];
  } catch (error) {
    if (error instanceof ConfigFault) return error.faults;
    throw error;
  }
};

describe('the settings of the bridge', () => {
  it('are read from the environment, printers included', () => {
    expect(readConfig(environment)).toEqual({
      hub: 'keskusta',
      bridge: 'silta-1',
      mqtt: { url: 'mqtt://localhost:1883', username: undefined, password: undefined },
      dataDir: '/data',
      printers: [{ ...printer, speed: 1 }],
    });
  });

  it('take the printers from a file as well', () => {
    const folder = mkdtempSync(join(tmpdir(), 'dk-config-'));
    const path = join(folder, 'printers.json');
    writeFileSync(path, environment.PRINTERS);
    expect(readConfig({ ...environment, PRINTERS: path }).printers).toHaveLength(1);
    rmSync(folder, { recursive: true });
  });

  it('give virtual printers without a speed the common one', () => {
    const PRINTERS = JSON.stringify([printer, { ...printer, slug: 'prusa-2', speed: 5 }]);
    const { printers } = readConfig({ ...environment, PRINTERS, VIRTUAL_PRINTER_SPEED: '60' });
    expect(printers).toMatchObject([{ speed: 60 }, { speed: 5 }]);
  });

  it('list every fault at once, by its setting', () => {
    const faults = faultsOf({ MQTT_URL: 'http://x', BRIDGE: 'Not A Slug', DATA_DIR: '/data', PRINTERS: '/nowhere' });
    expect(faults.map((fault) => fault.split(':')[0])).toEqual(['MQTT_URL', 'HUB', 'BRIDGE', '/nowhere']);
  });

  it.each([
    ['no printer', []],
    ['two of one name', [printer, printer]],
    ['an adapter there is not', [{ ...printer, adapter: 'teleporter' }]],
    ['a slip of the pen', [{ ...printer, spede: 3 }]],
  ])('refuse %s', (_, printers) => {
    const faults = faultsOf({ ...environment, PRINTERS: JSON.stringify(printers) });
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(/^PRINTERS/);
  });
});
