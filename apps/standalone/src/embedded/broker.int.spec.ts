import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Test, type TestingModule } from '@nestjs/testing';
import { connect as openConnection, type IClientOptions, type MqttClient } from 'mqtt';
import { BridgeAccountRepository, PeopleModule, peopleEntities } from '#libs/people';
import { Database, makeBrokerVerifier, PlatformModule } from '#libs/platform';
import { BrokerFiles } from '#libs/printing';
import { mosquittoAvailable, startMosquittoOn } from '../../../../test/support/brokers.js';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { eventually } from '../../../../test/support/eventually.js';
import { testConfig } from '../../../../test/support/test-config.js';
import { startEmbeddedBroker } from './broker.js';

interface Broker {
  url: string;
  /** Where bridges come in, when it is another door. */
  bridgeUrl?: string;
  /** Tells it that the accounts have changed. */
  refresh(): Promise<void>;
  stop(): Promise<void>;
}

const server = { username: 'server', password: 'the-server-of-this-test' };
const reader = { username: 'reader', password: 'the-reader-of-this-test' };
const hears = ['cmd', 'p/printer-1/cmd'];
const says = ['state', 'info', 'p/printer-1/status', 'p/printer-1/event', 'p/printer-1/temp', 'p/printer-1/ack'];

let testDatabase: TestDatabase;
let testing: TestingModule;
let accounts: BridgeAccountRepository;
let database: Database;
let files: BrokerFiles;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  const env = {
    DATABASE_URL: testDatabase.url,
    MQTT_USERNAME: server.username,
    MQTT_PASSWORD: server.password,
    MQTT_READER_PASSWORD: reader.password,
  };
  const config = testConfig(env);
  testing = await Test.createTestingModule({
    imports: [PlatformModule.forRoot(config, peopleEntities), PeopleModule],
  }).compile();
  accounts = testing.get(BridgeAccountRepository);
  database = testing.get(Database, { strict: false });
  files = new BrokerFiles(config, accounts);
  await database.query(
    `INSERT INTO hub (slug, name, address, time_zone, languages, weekly_hours)
     VALUES ('town', 'Town', '', 'Europe/Helsinki', '{fi}', '{}')`,
  );
});

afterAll(async () => {
  await testing.close();
  await testDatabase.drop();
});

const startEmbedded = (): Promise<Broker> =>
  startEmbeddedBroker({ server, verifierOf: async (username) => (await accounts.find(username))?.verifier });

async function startReal(): Promise<Broker> {
  const folder = await mkdtemp(join(tmpdir(), 'dk-broker-files-'));
  await files.write(folder);
  const broker = await startMosquittoOn(folder);
  const refresh = async (): Promise<void> => {
    await files.write(folder);
    broker.reload();
  };
  return { url: broker.url, bridgeUrl: broker.bridgeUrl, refresh, stop: () => broker.stop() };
}

/** A paired bridge and what it needs to connect. */
async function aBridge(): Promise<{ slug: string; root: string; account: IClientOptions; revoke(): Promise<void> }> {
  const slug = `b${randomUUID().slice(0, 8)}`;
  const password = randomUUID();
  await database.query(
    `WITH b AS (INSERT INTO bridge (hub_id, slug) SELECT id, $1 FROM hub RETURNING id, hub_id)
     INSERT INTO device (hub_id, kind, name, bridge_id, paired_at, token_hash, broker_verifier)
     SELECT hub_id, 'bridge', $1, id, now(), $2, $3 FROM b`,
    [slug, Buffer.from(slug), makeBrokerVerifier(password)],
  );
  const account = { username: `town/${slug}`, password, clientId: `bridge-town-${slug}` };
  const revoke = async (): Promise<void> => {
    await database.query(`UPDATE device SET revoked_at = now() WHERE name = $1`, [slug]);
  };
  return { slug, root: `dk/1/town/${slug}`, account, revoke };
}

const kinds = [
  { name: 'the embedded broker', start: startEmbedded, hasReader: false },
  ...(mosquittoAvailable() ? [{ name: 'Mosquitto on generated files', start: startReal, hasReader: true }] : []),
];

describe.each(kinds)('$name', ({ start, hasReader }) => {
  let broker: Broker;
  let one: Awaited<ReturnType<typeof aBridge>>;
  let two: Awaited<ReturnType<typeof aBridge>>;
  const clients: MqttClient[] = [];
  const hearings = new WeakMap<MqttClient, string[]>();

  beforeAll(async () => {
    broker = await start();
  });
  beforeEach(async () => {
    [one, two] = [await aBridge(), await aBridge()];
    await broker.refresh();
  });
  afterEach(async () => {
    for (const client of clients.splice(0)) await client.endAsync(true);
  });
  afterAll(() => broker.stop());

  /** Mosquitto reads its files a moment after it was told to. */
  async function connect(account: IClientOptions): Promise<MqttClient> {
    let client: MqttClient | undefined;
    await eventually('to be let in', async () => {
      client = await tryToConnect(account).catch(() => undefined);
      return client !== undefined;
    });
    return client!;
  }

  async function tryToConnect(account: IClientOptions): Promise<MqttClient> {
    const door = account.username === server.username ? broker.url : (broker.bridgeUrl ?? broker.url);
    const client = openConnection(door, { ...account, protocolVersion: 4, reconnectPeriod: 0 });
    clients.push(client);
    const heard: string[] = [];
    hearings.set(client, heard);
    client.on('message', (topic) => heard.push(topic));
    await new Promise((resolve, reject) => client.once('connect', resolve).on('error', reject));
    return client;
  }

  /** Collects what a client hears; a broker may grant a filter and deliver nothing. */
  async function listen(client: MqttClient, ...filters: string[]): Promise<string[]> {
    for (const filter of filters) await client.subscribeAsync(filter, { qos: 1 }).catch(() => undefined);
    return hearings.get(client) ?? [];
  }

  /** A broker refuses a message in silence, or by hanging up; then the rest comes by a new connection. */
  async function say(account: IClientOptions, topic: string, retain = false): Promise<void> {
    const client = await connect(account);
    const refused = new Promise<void>((resolve) => client.once('close', resolve));
    await Promise.race([client.publishAsync(topic, '{}', { qos: 1, retain }).catch(() => undefined), refused]);
    await client.endAsync(true);
  }

  const everything = ['state', 'info', 'p/+/status', 'p/+/event', 'p/+/temp', 'p/+/ack'].map(
    (path) => `dk/1/+/+/${path}`,
  );

  it('lets in nobody without a name, with a wrong password, or under a name that is not paired', async () => {
    await connect(one.account);
    const strangers = [
      {},
      { clientId: one.account.clientId! },
      { ...one.account, password: 'wrong' },
      { ...one.account, password: two.account.password! },
      { ...one.account, username: 'town/nobody' },
      { ...server, password: 'wrong' },
    ];
    for (const stranger of strangers) {
      await expect(tryToConnect(stranger)).rejects.toThrow(/Not authorized|Bad username/);
    }
  });

  it('lets a bridge speak for itself and for nobody else', async () => {
    const heard = await listen(await connect(server), ...everything);
    for (const root of [two.root, 'dk/1/elsewhere/bridge-1', one.root]) {
      for (const name of says) await say(one.account, `${root}/${name}`);
    }
    const own = says.map((name) => `${one.root}/${name}`);
    await eventually('the bridge’s own words', () => heard.length >= own.length);
    expect(heard).toEqual(own);
  });

  it('lets a bridge describe its own printers to Home Assistant and nobody else’s', async () => {
    const heard = await listen(await connect(server), 'homeassistant/device/+/+/config');
    const topics = [two.slug, one.slug].map((slug) => `homeassistant/device/town_${slug}/printer-1/config`);
    for (const topic of topics) await say(one.account, topic);
    await eventually('the bridge’s own printer', () => heard.length > 0);
    expect(heard).toEqual([`homeassistant/device/town_${one.slug}/printer-1/config`]);
  });

  if (hasReader) {
    it('lets whoever looks on see how printers are, and say nothing', async () => {
      const served = await listen(await connect(server), ...everything);
      await say(reader, `${one.root}/p/printer-1/event`);
      const heard = await listen(await connect(reader), 'dk/1/#', 'homeassistant/#');
      const commander = await connect(server);
      await commander.publishAsync(`${one.root}/cmd`, '{}', { qos: 1 });
      for (const name of says) await say(one.account, `${one.root}/${name}`);
      await eventually('the bridge’s own words', () => served.length >= says.length && heard.length >= 3);
      expect(heard).toEqual(['state', 'p/printer-1/status', 'p/printer-1/temp'].map((name) => `${one.root}/${name}`));
      expect(served).toHaveLength(says.length);
    });
  }

  it('does not let a bridge command, not even its own printers', async () => {
    // A session that lasts, so that a command is not missed while a refused sender comes back.
    const account = { ...one.account, clean: false };
    const own = hears.map((name) => `${one.root}/${name}`);
    const heard = [await listen(await connect(account), ...own)];
    for (const topic of own) {
      await say(two.account, topic);
      await say(account, topic);
      heard.push(await listen(await connect(account), ...own));
    }
    const commander = await connect(server);
    for (const topic of own) await commander.publishAsync(topic, '{}', { qos: 1 });
    await eventually('the server’s commands', () => heard.flat().length >= own.length);
    expect(heard.flat()).toEqual(own);
  });

  it('lets a bridge hear its own commands and nobody else’s', async () => {
    const bridge = await connect(one.account);
    const heard = await listen(bridge, '#', 'dk/1/#', 'dk/1/+/+/cmd', `${two.root}/cmd`, `${two.root}/p/+/cmd`);
    await listen(bridge, `${one.root}/cmd`);
    const commander = await connect(server);
    for (const name of hears) await commander.publishAsync(`${two.root}/${name}`, '{}', { qos: 1 });
    await say(two.account, `${two.root}/state`);
    await commander.publishAsync(`${one.root}/cmd`, '{}', { qos: 1 });
    await eventually('the own command', () => heard.includes(`${one.root}/cmd`));
    expect(new Set(heard)).toEqual(new Set([`${one.root}/cmd`]));
  });

  it('keeps nothing that a bridge leaves behind where it may not speak', async () => {
    for (const topic of [`${two.root}/state`, `${one.root}/cmd`, `${one.root}/garbage`, 'garbage', '$SYS/garbage']) {
      await say(one.account, topic, true);
    }
    await say(one.account, `${one.root}/state`, true);
    const heard = await listen(await connect(server), ...everything);
    const own = await listen(await connect(one.account), `${one.root}/cmd`, `${one.root}/garbage`);
    await eventually('what was kept', () => heard.includes(`${one.root}/state`));
    expect(heard.filter((topic) => topic.startsWith(two.root))).toEqual([]);
    expect(own).toEqual([]);
  });

  it('lets no bridge interrupt another by taking its client id', async () => {
    const victim = await connect(two.account);
    let interrupted = false;
    victim.once('close', () => (interrupted = true));
    const heard = await listen(await connect(server), ...everything);
    for (const clientId of [two.account.clientId!, two.account.username!]) {
      // The embedded broker refuses it; Mosquitto lets it in under an id of its own.
      await tryToConnect({ ...one.account, clientId }).catch(() => undefined);
    }
    await victim.publishAsync(`${two.root}/state`, '{}', { qos: 1 });
    await eventually('the other one’s word', () => heard.includes(`${two.root}/state`));
    expect([interrupted, victim.connected]).toEqual([false, true]);
  });

  it('lets several replicas of the server in at once', async () => {
    const replicas = [await connect(server), await connect(server)];
    for (const each of replicas) await each.publishAsync(`${one.root}/cmd`, '{}', { qos: 1 });
    expect(replicas.map(({ connected }) => connected)).toEqual([true, true]);
  });

  it('cuts off a bridge whose pairing is removed, lets it in no more, and leaves the others alone', async () => {
    const [leaving, staying, commander] = [
      await connect(one.account),
      await connect(two.account),
      await connect(server),
    ];
    await one.revoke();
    await broker.refresh();
    await eventually('the bridge to be cut off', () => !leaving.connected);
    await expect(tryToConnect(one.account)).rejects.toThrow(/Not authorized|Bad username/);
    await staying.publishAsync(`${two.root}/state`, '{}', { qos: 1 });
    expect([staying.connected, commander.connected]).toEqual([true, true]);
  });
});

describe('the files for Mosquitto', () => {
  it('can be read by their owner alone and hold no password', async () => {
    const { account } = await aBridge();
    const folder = await mkdtemp(join(tmpdir(), 'dk-broker-files-'));
    await files.write(folder);
    for (const name of ['passwords', 'acl']) {
      expect((await stat(join(folder, name))).mode & 0o777).toBe(0o600);
    }
    const text = await readFile(join(folder, 'passwords'), 'utf8');
    expect(text).toContain(`${account.username!}:$7$`);
    expect(text).not.toContain(account.password);
    expect(text).not.toContain(server.password);
  });
});
