import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { BridgeAccountRepository } from '#libs/people';
import { Config, Database, makeBrokerVerifier, migrate } from '#libs/platform';
import { BridgeAccessService } from '#libs/printing';
import { createApi } from '../../api/src/api.js';
import { seedDemoBridge } from '../../api/src/demo/demo-bridge.js';
import { demoBridge } from '../../api/src/demo/demo-printers.js';
import { demoHubSlug } from '../../api/src/demo/demo-hub.js';
import { createWorker } from '../../worker/src/worker.js';
import { startBridge } from '../../../hardware-bridge/src/bridge.js';
import { bridgeLog } from './bridge-log.js';
import { startEmbeddedBroker, type EmbeddedBroker } from './embedded/broker.js';
import { startEmbeddedPostgres } from './embedded/postgres.js';
import { assertPortFree } from './embedded/loopback-port.js';
import { loadSecrets, type Secrets } from './secrets.js';
import type { Settings } from './settings.js';
import { StartupError } from './startup-error.js';

const webRoot = fileURLToPath(new URL('../../../web', import.meta.url));
/** Held for as long as the hub runs, so that a second one on the same data notices. */
const hubLock = 7_044_130;
const virtualPrinters = ['printer-1', 'printer-2', 'printer-3'];

export interface RunningHub {
  url: string;
  demo: boolean;
  stop(): Promise<void>;
}

/**
 * Starts the whole hub in this process, with PostgreSQL beside it: what the environment does not name is embedded.
 * When any part fails, the parts that already run are stopped again.
 */
export async function startHub(settings: Settings): Promise<RunningHub> {
  const stops: (() => Promise<unknown>)[] = [];
  const stop = async (): Promise<void> => {
    for (const stopPart of stops.splice(0).reverse()) await stopPart();
  };
  try {
    return { ...(await startParts(settings, stops)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startParts(
  settings: Settings,
  stops: (() => Promise<unknown>)[],
): Promise<{ url: string; demo: boolean }> {
  await assertPortFree(settings.port, settings.host);
  const secrets = await loadSecrets(settings.dataDir);
  const databaseUrl = settings.environment.DATABASE_URL ?? (await embedPostgres(settings, secrets, stops));
  const broker = await brokerFor(settings, secrets, stops);
  const config = Config.parse({
    DEMO: 'true',
    SECRET_KEY: secrets.secretKey,
    LOG_LEVEL: 'warn',
    // Two processes' worth of connections in one small machine's memory.
    DATABASE_POOL_SIZE: '3',
    FILE_BASE_URL: `http://${loopbackOf(settings.host)}:${settings.port}`,
    ...settings.environment,
    ...broker.server,
    PORT: String(settings.port),
    DATA_DIR: settings.dataDir,
    DATABASE_URL: databaseUrl,
  });
  await migrate(config.databaseUrl, config.redisUrl === undefined);
  const api = await createApi(config, webRoot);
  stops.push(() => api.close());
  const accounts = api.get(BridgeAccountRepository, { strict: false });
  broker.admit(async (username) => (await accounts.find(username))?.verifier);
  await api.listen(config.port, config.host);
  const worker = await createWorker(config);
  stops.push(() => worker.close());
  const { embedded } = broker;
  if (embedded) worker.get(BridgeAccessService, { strict: false }).onChange(() => embedded.refresh());
  if (config.demo) {
    if (embedded) await pairDemoBridge(api.get(Database, { strict: false }), secrets);
    const bridge = await startBridge({
      hub: demoHubSlug,
      bridge: demoBridge,
      mqtt: broker.bridge,
      dataDir: join(settings.dataDir, 'bridge'),
      printers: virtualPrinters.map((slug) => ({
        slug,
        adapter: 'virtual',
        model: 'Virtual One',
        speed: settings.virtualPrinterSpeed,
      })),
      log: bridgeLog(config),
    });
    stops.push(() => bridge.stop());
  }
  return { url: config.publicUrl, demo: config.demo };
}

/** A server that was running already is ours to stop only once nobody else turns out to use it. */
async function embedPostgres(
  { dataDir }: Settings,
  secrets: Secrets,
  stops: (() => Promise<unknown>)[],
): Promise<string> {
  const postgres = await startEmbeddedPostgres({
    dataDir: join(dataDir, 'postgres'),
    password: secrets.postgresPassword,
  });
  if (!postgres.isTakenOver) stops.push(() => postgres.stop());
  const lock = await lockData(postgres.url);
  if (postgres.isTakenOver) stops.push(() => postgres.stop());
  stops.push(() => lock.end());
  return postgres.url;
}

interface Broker {
  server: { MQTT_URL: string; MQTT_USERNAME: string | undefined; MQTT_PASSWORD: string | undefined };
  bridge: { url: string; username: string | undefined; password: string | undefined };
  /** Undefined when the environment names another. */
  embedded?: EmbeddedBroker;
  /** From then on the broker knows the bridges; until then it tells them to come again. */
  admit(verifierOf: VerifierOf): void;
}

type VerifierOf = (username: string) => Promise<string | undefined>;

async function brokerFor(settings: Settings, secrets: Secrets, stops: (() => Promise<unknown>)[]): Promise<Broker> {
  const { MQTT_URL, MQTT_USERNAME, MQTT_PASSWORD, BRIDGE_MQTT_USERNAME, BRIDGE_MQTT_PASSWORD } = settings.environment;
  if (MQTT_URL !== undefined) {
    // A real broker lets the server send commands and the bridge report, each by an account of its own.
    const bridge = { url: MQTT_URL, username: BRIDGE_MQTT_USERNAME, password: BRIDGE_MQTT_PASSWORD };
    return { server: { MQTT_URL, MQTT_USERNAME, MQTT_PASSWORD }, bridge, admit: () => undefined };
  }
  const server = { username: 'server', password: secrets.serverBrokerPassword };
  let verifierOf: VerifierOf = () => Promise.reject(new Error('the hub is still starting'));
  const { mqttPort: port, mqttHost: host } = settings;
  const embedded = await startEmbeddedBroker({ server, port, host, verifierOf: (username) => verifierOf(username) });
  stops.push(() => embedded.stop());
  return {
    server: { MQTT_URL: embedded.url, MQTT_USERNAME: server.username, MQTT_PASSWORD: server.password },
    bridge: {
      url: embedded.url,
      username: `${demoHubSlug}/${demoBridge}`,
      password: secrets.bridgeBrokerPassword,
    },
    embedded,
    admit: (known) => {
      verifierOf = known;
    },
  };
}

/** The bridge in this process gets its credential from the hub itself: nobody could enter a code before the start. */
async function pairDemoBridge(database: Database, { bridgeBrokerPassword }: Secrets): Promise<void> {
  const verifier = makeBrokerVerifier(bridgeBrokerPassword);
  await database.transaction((tx) => seedDemoBridge(tx, demoHubSlug, verifier));
}

/** @throws StartupError when another hub runs on the same data folder */
async function lockData(databaseUrl: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: databaseUrl, keepAlive: true });
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    throw new StartupError(`The database cannot be reached: ${(error as Error).message}.`, { cause: error });
  }
  const { rows } = await client.query<{ taken: boolean }>('SELECT pg_try_advisory_lock($1) AS taken', [hubLock]);
  if (rows[0]?.taken === true) return client;
  await client.end();
  throw new StartupError('Another hub is already running on the same data. Stop it first, or set DATA_DIR.');
}

/** Where the bridge in this process reaches the API. */
function loopbackOf(host: string): string {
  return host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
}
