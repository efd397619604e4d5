import { setMaxListeners } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { connectAsync, type MqttClient } from 'mqtt';
import { startAedes } from './brokers.js';

interface Account {
  readonly username: string;
  readonly password: string;
}

export interface TamperingRelay {
  /** Where a bridge finds what it takes for its broker. */
  readonly url: string;
  /** How many messages it has passed on again. */
  readonly repeated: () => number;
  remove(): Promise<void>;
}

/** Longest time for which a message is held, milliseconds: others overtake it meanwhile. */
const longestHoldMs = 300;
/** Of ten messages so many come a second time, some of them much later. */
const repeatedOfTen = 4;
const longestRepeatMs = 3000;

/**
 * A line between a bridge and its broker that loses nothing but holds every message for another time, so that they
 * overtake each other, and delivers many a second time: to the server what the bridge says, to the bridge its commands.
 */
export async function openTamperingRelay(brokerUrl: string, bridge: Account): Promise<TamperingRelay> {
  const inner = await startAedes();
  const toBridge = await connectAsync(inner.url, { protocolVersion: 4, clientId: 'relay' });
  const toServer = await connectAsync(brokerUrl, { ...bridge, protocolVersion: 4, clientId: 'relay', clean: true });
  const removed = new AbortController();
  // One for each message that is held.
  setMaxListeners(0, removed.signal);
  let repeated = 0;
  const pass = async (to: MqttClient, { topic, payload, retain }: Passed, longestMs: number): Promise<void> => {
    await setTimeout(Math.random() * longestMs, undefined, { signal: removed.signal });
    await to.publishAsync(topic, payload, { qos: 1, retain });
  };
  const tamper = (to: MqttClient) => (topic: string, payload: Buffer, packet: { retain: boolean }) => {
    const passed = { topic, payload, retain: packet.retain || /\/(state|info|status)$/.test(topic) };
    const again = Math.random() * 10 < repeatedOfTen;
    if (again) repeated += 1;
    const deliveries = [pass(to, passed, longestHoldMs), ...(again ? [pass(to, passed, longestRepeatMs)] : [])];
    // What is held when the line is taken away does not arrive any more.
    for (const delivery of deliveries) void delivery.catch(() => undefined);
  };
  toBridge.on('message', tamper(toServer));
  toServer.on('message', tamper(toBridge));
  const said = ['state', 'info', 'p/+/status', 'p/+/event', 'p/+/temp', 'p/+/ack'];
  await toBridge.subscribeAsync(
    said.map((path) => `dk/1/${bridge.username}/${path}`),
    { qos: 1 },
  );
  await toServer.subscribeAsync(
    ['cmd', 'p/+/cmd'].map((path) => `dk/1/${bridge.username}/${path}`),
    { qos: 1 },
  );
  return {
    url: inner.url,
    repeated: () => repeated,
    remove: async () => {
      removed.abort();
      await Promise.all([toBridge.endAsync(true), toServer.endAsync(true)]);
      await inner.stop();
    },
  };
}

interface Passed {
  readonly topic: string;
  readonly payload: Buffer;
  readonly retain: boolean;
}
