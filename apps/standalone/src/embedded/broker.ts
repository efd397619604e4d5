import { createServer, type AddressInfo } from 'node:net';
import { Aedes, type AuthenticateError, type Client } from 'aedes';

export interface BrokerCredentials {
  /** The server may read and write everything. */
  server: { username: string; password: string };
  /** A bridge may read and write only below `topicPrefix`. */
  bridge: { username: string; password: string; topicPrefix: string };
}

export interface EmbeddedBroker {
  url: string;
  stop(): Promise<void>;
}

/** A refusal in MQTT 3.1.1's own number: bad user name or password. */
const badCredentials: AuthenticateError = Object.assign(new Error('bad user name or password'), { returnCode: 4 });

/** Starts the embedded MQTT broker on a free loopback port; nobody without a password gets in. */
export async function startEmbeddedBroker(credentials: BrokerCredentials): Promise<EmbeddedBroker> {
  const { server: serverUser, bridge: bridgeUser } = credentials;
  const users = new Map<Client, string>();
  const mayUse = (client: Client | null, topic: string): boolean => {
    const user = client === null ? undefined : users.get(client);
    return user === serverUser.username || (user === bridgeUser.username && topic.startsWith(bridgeUser.topicPrefix));
  };
  const broker = await Aedes.createBroker({
    authenticate: (client, username, password, done) => {
      const known = [serverUser, bridgeUser].find((user) => user.username === username);
      if (known === undefined || password?.toString() !== known.password) return done(badCredentials, false);
      users.set(client, known.username);
      done(null, true);
    },
    authorizePublish: (client, packet, done) =>
      done(mayUse(client, packet.topic) ? null : new Error(`not allowed to publish to ${packet.topic}`)),
    authorizeSubscribe: (client, subscription, done) =>
      done(null, mayUse(client, subscription.topic) ? subscription : null),
  });
  broker.on('clientDisconnect', (client) => users.delete(client));
  const server = createServer(broker.handle);
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `mqtt://127.0.0.1:${port}`,
    stop: () =>
      new Promise((resolve) => {
        broker.close(() => server.close(() => resolve()));
      }),
  };
}
