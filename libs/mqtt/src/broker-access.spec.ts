import fc from 'fast-check';
import { accessList, bridgeMay, serverMay } from './broker-access.js';

const own = 'dk/1/viitasaari/bridge-1';
const me = 'viitasaari/bridge-1';
const says = ['state', 'info', 'p/printer-1/status', 'p/printer-1/event', 'p/printer-1/temp', 'p/printer-1/ack'];
const hears = ['cmd', 'p/printer-1/cmd'];

describe('a bridge', () => {
  it.each(says)('says %s of its own and cannot hear it', (name) => {
    expect(bridgeMay(me, { publish: `${own}/${name}` })).toBe(true);
    expect(bridgeMay(me, { subscribe: `${own}/${name}` })).toBe(false);
  });

  it.each([...hears, 'p/+/cmd'])('hears %s of its own and cannot say it', (name) => {
    expect(bridgeMay(me, { subscribe: `${own}/${name}` })).toBe(true);
    expect(bridgeMay(me, { publish: `${own}/${name}` })).toBe(false);
  });

  it.each([
    'dk/1/viitasaari/bridge-2',
    'dk/1/keitele/bridge-1',
    'dk/1/viitasaari/bridge-11',
    'dk/2/viitasaari/bridge-1',
  ])('has no part in %s', (other) => {
    for (const name of says) expect(bridgeMay(me, { publish: `${other}/${name}` })).toBe(false);
    for (const name of hears) expect(bridgeMay(me, { subscribe: `${other}/${name}` })).toBe(false);
  });

  it.each(['#', '+/#', 'dk/1/#', `${own}/#`, `${own}/+`, 'dk/1/viitasaari/+/cmd', 'dk/1/+/+/p/+/cmd', '$SYS/#', ''])(
    'cannot listen to %s',
    (filter) => {
      expect(bridgeMay(me, { subscribe: filter })).toBe(false);
    },
  );

  it('can publish to no topic that is not in the table', () => {
    fc.assert(
      fc.property(fc.string(), (rest) => {
        const topic = `${own}/${rest}`;
        fc.pre(![...says].includes(rest) && !/^p\/[^/+#]+\/(status|event|temp|ack)$/.test(rest));
        expect(bridgeMay(me, { publish: topic })).toBe(false);
      }),
    );
  });
});

describe('a bridge that tells Home Assistant', () => {
  const device = 'homeassistant/device';

  it('describes its own printers', () => {
    expect(bridgeMay(me, { publish: `${device}/viitasaari_bridge-1/printer-1/config` })).toBe(true);
    expect(bridgeMay(me, { subscribe: `${device}/viitasaari_bridge-1/printer-1/config` })).toBe(false);
  });

  it.each([
    `${device}/viitasaari_bridge-2/printer-1/config`,
    `${device}/viitasaari_bridge-11/printer-1/config`,
    `${device}/keitele_bridge-1/printer-1/config`,
    `${device}/viitasaari_bridge-1/config`,
    `${device}/viitasaari_bridge-1/printer-1/set`,
    `${device}/viitasaari_bridge-1/a/b/config`,
    `${device}/viitasaari_bridge-1//config`,
    'homeassistant/sensor/viitasaari_bridge-1/printer-1/config',
    'homeassistant/status',
  ])('does not publish to %s', (topic) => {
    expect(bridgeMay(me, { publish: topic })).toBe(false);
    expect(serverMay({ publish: topic })).toBe(false);
  });

  it('stands in Mosquitto’s list for each bridge, and whoever looks on may only read', () => {
    const lines = accessList('server', [me, 'keitele/bridge-1'], 'reader').split('\n');
    const of = (user: string) => {
      const begin = lines.indexOf(`user ${user}`) + 1;
      return lines.slice(begin, lines.indexOf('', begin));
    };
    expect(of(me)).toEqual([`topic write ${device}/viitasaari_bridge-1/+/config`]);
    expect(of('keitele/bridge-1')).toEqual([`topic write ${device}/keitele_bridge-1/+/config`]);
    expect(of('reader')).toEqual([
      'topic read dk/1/+/+/state',
      'topic read dk/1/+/+/p/+/status',
      'topic read dk/1/+/+/p/+/temp',
      `topic read ${device}/+/+/config`,
    ]);
  });
});

describe('the server', () => {
  it('commands every bridge and says nothing in its name', () => {
    for (const name of hears) expect(serverMay({ publish: `${own}/${name}` })).toBe(true);
    for (const name of says) expect(serverMay({ publish: `${own}/${name}` })).toBe(false);
  });

  it('hears what all bridges say', () => {
    expect(serverMay({ subscribe: 'dk/1/+/+/p/+/event' })).toBe(true);
    expect(serverMay({ subscribe: 'dk/1/+/+/cmd' })).toBe(false);
  });
});

describe('Mosquitto’s access list', () => {
  it('names every topic once for each side', () => {
    const lines = accessList('server').split('\n');
    expect(lines.filter((line) => line.startsWith('topic '))).toEqual([
      'topic read dk/1/+/+/state',
      'topic read dk/1/+/+/info',
      'topic write dk/1/+/+/cmd',
      'topic read dk/1/+/+/p/+/status',
      'topic read dk/1/+/+/p/+/event',
      'topic read dk/1/+/+/p/+/temp',
      'topic write dk/1/+/+/p/+/cmd',
      'topic read dk/1/+/+/p/+/ack',
      'topic read dk/1/+/+/p/+/diagnosis',
      'topic read homeassistant/device/+/+/config',
    ]);
    expect(lines.filter((line) => line.startsWith('pattern '))).toEqual([
      'pattern write dk/1/%u/state',
      'pattern write dk/1/%u/info',
      'pattern read dk/1/%u/cmd',
      'pattern write dk/1/%u/p/+/status',
      'pattern write dk/1/%u/p/+/event',
      'pattern write dk/1/%u/p/+/temp',
      'pattern read dk/1/%u/p/+/cmd',
      'pattern write dk/1/%u/p/+/ack',
      'pattern write dk/1/%u/p/+/diagnosis',
    ]);
  });
});
