import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Aedes } from 'aedes';
import { freePort } from './process.js';

export interface TestBroker {
  readonly url: string;
  readonly port: number;
  stop(): Promise<void>;
}

export interface ReloadableBroker extends TestBroker {
  /** Where bridges come in; `url` is the server's door. */
  readonly bridgeUrl: string;
  /** Makes it read its accounts again. */
  reload(): void;
}

export interface BrokerAccount {
  readonly username: string;
  readonly password: string;
}

export interface MosquittoSettings {
  readonly accounts: readonly BrokerAccount[];
  /** The text of the access list. */
  readonly acl: string;
}

/** The hub whose topics {@link startAedes} lets nobody subscribe to. */
export const forbiddenHub = 'kielletty';

const mosquitto = '/usr/sbin/mosquitto';
const mosquittoPasswords = '/usr/bin/mosquitto_passwd';
const startMs = 10_000;

/** A broker inside this process, open to everyone but for {@link forbiddenHub}; a given port makes it the successor of a stopped one. */
export async function startAedes(port = 0): Promise<TestBroker> {
  const broker = await Aedes.createBroker({
    authorizeSubscribe: (_client, subscription, done) => {
      done(null, subscription.topic.includes(`/${forbiddenHub}/`) ? null : subscription);
    },
  });
  const server = createServer((socket) => void broker.handle(socket));
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  const listening = await listen(server, port);
  return {
    port: listening,
    url: `mqtt://127.0.0.1:${listening}`,
    stop: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
      await new Promise<void>((resolve) => broker.close(() => resolve()));
    },
  };
}

/** Whether the tests on the real Mosquitto can run; in CI they must, and say how. */
export function mosquittoAvailable(): boolean {
  if (existsSync(mosquitto)) return true;
  if (process.env['CI']) throw new Error('Mosquitto is missing: apt-get install -y --no-install-recommends mosquitto');
  process.stderr.write('Mosquitto is not installed: its tests are left out\n');
  return false;
}

/** The real Mosquitto on a free loopback port, with these accounts and nobody else; it forgets all when stopped. */
export async function startMosquitto(settings: MosquittoSettings, wantedPort = 0): Promise<TestBroker> {
  const folder = await mkdtemp(join(tmpdir(), 'dk-mosquitto-'));
  await writeAccounts(folder, settings);
  return startMosquittoOn(folder, wantedPort);
}

/**
 * The real Mosquitto on the production profile's own settings, and on the `passwords` and `acl` that are in a folder,
 * which goes when the broker is stopped.
 */
export async function startMosquittoOn(folder: string, wantedPort = 0): Promise<ReloadableBroker> {
  const port = wantedPort === 0 ? await freePort() : wantedPort;
  const bridgePort = await freePort();
  await writeConfiguration(folder, port, bridgePort);
  const child = spawn(mosquitto, ['-c', join(folder, 'mosquitto.conf')], { stdio: 'ignore' });
  await untilAccepting(port, child);
  return {
    port,
    url: `mqtt://127.0.0.1:${port}`,
    bridgeUrl: `mqtt://127.0.0.1:${bridgePort}`,
    reload: () => child.kill('SIGHUP'),
    stop: async () => {
      const exited = new Promise((resolve) => child.once('exit', resolve));
      if (child.exitCode === null && child.signalCode === null) {
        child.kill('SIGKILL');
        await exited;
      }
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function writeAccounts(folder: string, settings: MosquittoSettings): Promise<void> {
  const passwords = join(folder, 'passwords');
  await writeFile(passwords, '', { mode: 0o600 });
  for (const { username, password } of settings.accounts) {
    const made = spawnSync(mosquittoPasswords, ['-b', passwords, username, password], { encoding: 'utf8' });
    if (made.status !== 0) throw new Error(`mosquitto_passwd: ${made.stderr}`);
  }
  await writeFile(join(folder, 'acl'), settings.acl, { mode: 0o600 });
}

async function writeConfiguration(folder: string, port: number, bridgePort: number): Promise<void> {
  const own = (await readFile('docker/mosquitto/mosquitto.conf', 'utf8'))
    .replace('listener 1884', `listener ${port} 127.0.0.1`)
    .replace('listener 1883', `listener ${bridgePort} 127.0.0.1`)
    .replaceAll('/mosquitto/accounts', folder)
    .replace('persistence true', 'persistence false');
  // As root it would become another user, who cannot read the accounts.
  await writeFile(join(folder, 'mosquitto.conf'), `${own}\nuser root\n`);
}

async function untilAccepting(port: number, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + startMs;
  while (!(await accepts(port))) {
    if (child.exitCode !== null) throw new Error(`Mosquitto ended with code ${child.exitCode}`);
    if (Date.now() > deadline) throw new Error('Mosquitto did not start in time');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

/** May do everything within the contract. */
export const account = { username: 'server', password: 'secret' };
/** A bridge, within its own subtree. */
export const limited = { username: 'bridge', password: 'secret' };
const acl = 'user server\ntopic readwrite dk/1/#\nuser bridge\ntopic readwrite dk/1/keskusta/silta/#\n';

/** Every broker there is here, with these two accounts where it can tell them apart. */
export const brokersWithAccounts = [
  { name: 'aedes', start: (port?: number) => startAedes(port) },
  ...(mosquittoAvailable()
    ? [{ name: 'mosquitto', start: (port?: number) => startMosquitto({ accounts: [account, limited], acl }, port) }]
    : []),
];
