import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform';

/** A paired bridge's account at the broker. */
export interface BridgeAccount {
  /** `HUB/BRIDGE`, which is also its subtree. */
  username: string;
  /** `$7$…`; see `makeBrokerVerifier`. */
  verifier: string;
}

const living = `SELECT h.slug || '/' || b.slug AS username, d.broker_verifier AS verifier
  FROM device d JOIN bridge b ON b.id = d.bridge_id JOIN hub h ON h.id = b.hub_id
  WHERE d.revoked_at IS NULL AND d.broker_verifier IS NOT NULL`;

/** Who may use the broker besides the server: the bridges that are paired now. */
@Injectable()
export class BridgeAccountRepository {
  constructor(private readonly database: Database) {}

  /** By user name, so that a file of them changes only when they do. */
  list(): Promise<BridgeAccount[]> {
    return this.database.query<BridgeAccount>(`${living} ORDER BY username`);
  }

  async find(username: string): Promise<BridgeAccount | undefined> {
    const [account] = await this.database.query<BridgeAccount>(`${living} AND h.slug || '/' || b.slug = $1`, [
      username,
    ]);
    return account;
  }
}
