import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { accessList } from '#libs/mqtt';
import { makeBrokerVerifier } from '../../dist/libs/platform/src/crypto/broker-verifier.js';
import { freePort, runProgram, runScript } from './processes.mjs';

const mosquitto = '/usr/sbin/mosquitto';

/** Every broker that a hub may have and this machine has. Each lets in the server and one bridge. */
export const benchBrokers = [
  { name: 'embedded broker', start: startEmbedded },
  ...(existsSync(mosquitto) ? [{ name: 'Mosquitto', start: startMosquitto }] : []),
];

async function startEmbedded({ server, bridge }) {
  const { pid, message, stop } = await runScript(
    'embedded-broker.process.mjs',
    JSON.stringify(server),
    JSON.stringify(bridge),
  );
  return { pid, serverUrl: message, bridgeUrl: message, stop };
}

/** On the production profile's own settings. */
async function startMosquitto({ server, bridge }) {
  const folder = await mkdtemp(join(tmpdir(), 'digikeskus-bench-'));
  const [serverPort, bridgePort] = [await freePort(), await freePort()];
  const passwords = [server, bridge].map(({ username, password }) => `${username}:${makeBrokerVerifier(password)}\n`);
  await writeFile(join(folder, 'passwords'), passwords.join(''), { mode: 0o600 });
  await writeFile(join(folder, 'acl'), accessList(server.username), { mode: 0o600 });
  const settings = (await readFile('docker/mosquitto/mosquitto.conf', 'utf8'))
    .replace('listener 1884', `listener ${serverPort} 127.0.0.1`)
    .replace('listener 1883', `listener ${bridgePort} 127.0.0.1`)
    .replaceAll(/\/mosquitto\/(accounts|data)/g, folder);
  // As root it would become another user, who cannot read the accounts.
  await writeFile(
    join(folder, 'mosquitto.conf'),
    `${settings}\nuser ${process.getuid() === 0 ? 'root' : 'mosquitto'}\n`,
  );
  const { pid, child, stop } = runProgram(mosquitto, ['-c', join(folder, 'mosquitto.conf')]);
  while (!(await accepts(serverPort))) {
    if (child.exitCode !== null) throw new Error('Mosquitto does not start');
  }
  return {
    pid,
    serverUrl: `mqtt://127.0.0.1:${serverPort}`,
    bridgeUrl: `mqtt://127.0.0.1:${bridgePort}`,
    stop: async () => {
      await stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function accepts(port) {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => setTimeout(() => resolve(false), 20));
  });
}
