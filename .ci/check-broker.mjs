// The broker's access list, asked from outside: TEST_MQTT_URL runs on docker/mosquitto's own files.
import assert from 'node:assert/strict';
import { connectAsync } from 'mqtt';

const url = process.env.TEST_MQTT_URL;
const server = { username: process.env.TEST_MQTT_USERNAME, password: process.env.TEST_MQTT_PASSWORD };
const bridge = { username: process.env.TEST_BRIDGE_USERNAME, password: process.env.TEST_BRIDGE_PASSWORD };
const own = `dk/1/${bridge.username}`;
const other = 'dk/1/viitasaari/somebody-else';

const connect = (account) => connectAsync(url, { ...account, protocolVersion: 4, reconnectPeriod: 0 });

for (const stranger of [{}, { ...bridge, password: 'wrong' }]) {
  await assert.rejects(connect(stranger), /Not authorized|Bad username/, 'the broker let a stranger in');
}

/** What of `topics` reaches `receiver` when `sender` publishes one message to each, and `last` to end on. */
async function arrives(sender, receiver, topics, last) {
  const seen = [];
  const done = new Promise((resolve, reject) => {
    const overdue = setTimeout(() => reject(new Error(`${last} did not arrive within 5 s`)), 5000);
    receiver.on('message', (topic) => {
      if (topic !== last) return seen.push(topic);
      clearTimeout(overdue);
      return resolve();
    });
  });
  await receiver.subscribeAsync(['dk/1/#', 'homeassistant/#'], { qos: 1 });
  for (const topic of [...topics, last]) await sender.publishAsync(topic, '{}', { qos: 1 });
  await done;
  receiver.removeAllListeners('message');
  await receiver.unsubscribeAsync(['dk/1/#', 'homeassistant/#']);
  return seen;
}

const asServer = await connect(server);
const asBridge = await connect(bridge);
try {
  const commands = ['cmd', 'p/printer-1/cmd'];
  const says = ['state', 'info', 'p/printer-1/status', 'p/printer-1/event', 'p/printer-1/temp'];
  const below = (root, names) => names.map((name) => `${root}/${name}`);

  const said = [...below(other, says), ...below(own, says)];
  const heard = await arrives(asBridge, asServer, said, `${own}/p/printer-1/ack`);
  assert.deepEqual(heard, below(own, says), 'a bridge speaks for itself and for nobody else');

  const described = (account) => `homeassistant/device/${account.replace('/', '_')}/printer-1/config`;
  const foreign = [described('viitasaari/somebody-else'), 'homeassistant/status', described(bridge.username)];
  const shown = await arrives(asBridge, asServer, foreign, `${own}/state`);
  assert.deepEqual(shown, foreign.slice(2), 'a bridge describes its own printers to Home Assistant, and nothing else');

  const told = [...below(other, commands), `${own}/cmd`];
  const commanded = await arrives(asServer, asBridge, told, `${own}/p/printer-1/cmd`);
  assert.deepEqual(commanded, [`${own}/cmd`], 'a bridge hears its own commands and nobody else’s');

  const forged = await arrives(asBridge, asServer, below(own, commands), `${own}/state`);
  assert.deepEqual(forged, [], 'a bridge must not command');
} finally {
  await asServer.endAsync();
  await asBridge.endAsync();
}
console.log('broker: strangers refused, a bridge confined to its own subtree, commands from the server alone');
