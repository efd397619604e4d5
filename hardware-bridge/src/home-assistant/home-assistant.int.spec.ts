import { connectAsync, type MqttClient } from 'mqtt';
import { anyDiscovery } from '#libs/mqtt';
import { BridgeFixture, hubBrokers } from '../../../test/support/bridge-fixture.js';
import { eventually } from '../../../test/support/eventually.js';
import { serverAccount } from '../../../test/support/server-side.js';
import type { PrinterOptions } from '../bridge-options.js';

const prusa = { slug: 'prusa', adapter: 'virtual', model: 'Virtual One', speed: 20 } as const;
const second = { ...prusa, slug: 'second', model: 'Virtual Two' };
const topicOf = (slug: string) => `homeassistant/device/keskusta_silta/${slug}/config`;

interface Described {
  availability: { topic: string }[];
  components: Record<string, { state_topic: string; unique_id: string; value_template: string }>;
}

describe.each(hubBrokers)('Home Assistant at $name', ({ start }) => {
  let hub: BridgeFixture;
  let watcher: MqttClient;
  let written: readonly PrinterOptions[];
  /** What the broker keeps for whoever asks. */
  const kept = new Map<string, string>();

  beforeEach(async () => {
    hub = await BridgeFixture.open(start);
    written = [prusa, second];
    kept.clear();
    watcher = await connectAsync(hub.brokerUrl, { ...serverAccount, clientId: 'watcher', protocolVersion: 4 });
    watcher.on('message', (topic, payload) => {
      if (payload.length === 0) kept.delete(topic);
      else kept.set(topic, payload.toString());
    });
    await watcher.subscribeAsync(anyDiscovery, { qos: 1 });
  });
  afterEach(async () => {
    await watcher.endAsync(true);
    await hub.close();
  });

  const run = () => hub.runPrinters(written, () => written);
  const knows = (...slugs: string[]) =>
    eventually(`it knows ${slugs.join(', ')}`, () => [...kept.keys()].toSorted().join() === slugs.map(topicOf).join());

  it('is told of every printer when the settings say so, and of its own topics alone', async () => {
    hub.homeAssistant = true;
    await run();
    await knows('prusa', 'second');
    const { availability, components } = JSON.parse(kept.get(topicOf('prusa')) ?? '') as Described;
    expect(availability.map(({ topic }) => topic)).toEqual(['dk/1/keskusta/silta/state']);
    expect(Object.keys(components)).toEqual(['state', 'progress', 'time_left', 'nozzle', 'bed']);
    expect(new Set(Object.values(components).map(({ state_topic }) => state_topic))).toEqual(
      new Set(['dk/1/keskusta/silta/p/prusa/status', 'dk/1/keskusta/silta/p/prusa/temp']),
    );
    expect(components['state']?.unique_id).toBe('digikeskus_keskusta_silta_prusa_state');
  });

  it('is told nothing otherwise', async () => {
    await run();
    await hub.server.seen('idle');
    expect([...kept.keys()]).toEqual([]);
  });

  it('forgets a printer that goes away, and all of them when the settings no longer say so', async () => {
    hub.homeAssistant = true;
    await run();
    await knows('prusa', 'second');
    written = [prusa];
    await hub.server.reload();
    await knows('prusa');
    hub.homeAssistant = false;
    await hub.server.reload();
    await knows();
    expect(kept.size).toBe(0);
  });

  it('forgets a printer that went away while the bridge did not run', async () => {
    hub.homeAssistant = true;
    await run();
    await knows('prusa', 'second');
    await hub.stop();
    written = [prusa];
    await run();
    await knows('prusa');
    expect(kept.has(topicOf('second'))).toBe(false);
  });

  it('goes on knowing them while nobody can read the settings', async () => {
    hub.homeAssistant = true;
    await run();
    await knows('prusa', 'second');
    hub.homeAssistant = undefined;
    const births = hub.server.infos.length;
    await hub.server.reload();
    await eventually('it is born again', () => hub.server.infos.length > births);
    expect(kept.size).toBe(2);
  });
});
