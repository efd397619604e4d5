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
    ]);
  });
});
