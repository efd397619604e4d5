import { createServer, type AddressInfo } from 'node:net';
import { callbackify } from 'node:util';
import { Aedes, type AuthenticateError, type Client } from 'aedes';
import { BridgeDoor } from './bridge-door.js';
import { badCredentials, type BrokerAccount } from './broker-account.js';
import { serverMay, type BrokerRequest } from '#libs/mqtt';

export interface EmbeddedBrokerOptions {
  /** The server's own account. */
  server: { username: string; password: string };
  /** What the password of a bridge's account is checked against; undefined when no such bridge is paired. */
  verifierOf(username: string): Promise<string | undefined>;
  /** 0 takes any free one. */
  port?: number;
  /** The loopback address unless bridges come from other machines. */
  host?: string;
}

export interface EmbeddedBroker {
  url: string;
  /** Closes the connections of bridges that are not paired any more. */
  refresh(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts the embedded MQTT broker; nobody without an account gets in, and everyone keeps to the topics table. */
export async function startEmbeddedBroker(options: EmbeddedBrokerOptions): Promise<EmbeddedBroker> {
  const bridges = new BridgeDoor((username) => options.verifierOf(username));
  const servers = new WeakSet<Client>();
  const may = (client: Client | null, request: BrokerRequest): boolean =>
    client !== null && (servers.has(client) ? serverMay(request) : bridges.may(client, request));
  const identify = callbackify(async (client: Client, account: BrokerAccount): Promise<void> => {
    if (account.username !== options.server.username) return bridges.admit(client, account);
    if (account.password !== options.server.password) throw badCredentials();
    servers.add(client);
  });
  const broker = await Aedes.createBroker({
    authenticate: (client, username = '', password, done) =>
      identify(client, { username, password: password?.toString() ?? '' }, (error) =>
        // Nothing but the two refusals is thrown.
        done(error as AuthenticateError | null, error === null),
      ),
    authorizePublish: (client, { topic }, done) =>
      done(may(client, { publish: topic }) ? null : new Error(`not allowed to publish to ${topic}`)),
    authorizeSubscribe: (client, subscription, done) =>
      done(null, may(client, { subscribe: subscription.topic }) ? subscription : null),
  });
  broker.on('clientDisconnect', (client) => bridges.forget(client));
  const { port: wantedPort = 0, host = '127.0.0.1' } = options;
  const server = createServer(broker.handle);
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(wantedPort, host, resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `mqtt://127.0.0.1:${port}`,
    refresh: () => bridges.closeRevoked(),
    stop: () =>
      new Promise((resolve) => {
        broker.close(() => server.close(() => resolve()));
      }),
  };
}
