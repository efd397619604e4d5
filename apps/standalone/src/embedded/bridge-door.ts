import type { Client } from 'aedes';
import { bridgeClientId, bridgeMay, type BrokerRequest } from '#libs/mqtt';
import { matchesBrokerVerifier } from '#libs/platform';
import { badCredentials, unavailable, type BrokerAccount } from './broker-account.js';

interface Guest {
  username: string;
  /** What let it in: a bridge paired anew has another one, and must come again. */
  verifier: string;
}

/** Who of the bridges is connected to the embedded broker, and what each may do there. */
export class BridgeDoor {
  private readonly guests = new Map<Client, Guest>();

  constructor(private readonly verifierOf: (username: string) => Promise<string | undefined>) {}

  /** @throws AuthenticateError when it is not let in */
  async admit(client: Client, { username, password }: BrokerAccount): Promise<void> {
    const [hub = '', bridge = ''] = username.split('/');
    if (client.id !== bridgeClientId(hub, bridge)) throw badCredentials();
    const verifier = await this.verifierOf(username).catch((error: unknown) => {
      throw unavailable(error);
    });
    if (verifier === undefined || !matchesBrokerVerifier(password, verifier)) throw badCredentials();
    this.guests.set(client, { username, verifier });
  }

  may(client: Client, request: BrokerRequest): boolean {
    const guest = this.guests.get(client);
    return guest !== undefined && bridgeMay(guest.username, request);
  }

  forget(client: Client): void {
    this.guests.delete(client);
  }

  /** Their last word is not heard either: once forgotten, they may do nothing. */
  async closeRevoked(): Promise<void> {
    for (const [client, { username, verifier }] of this.guests) {
      if ((await this.verifierOf(username)) === verifier) continue;
      this.forget(client);
      client.close();
    }
  }
}
