import { randomUUID } from 'node:crypto';
import { mkdir, open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { accessList } from '#libs/mqtt';
import { BridgeAccountRepository } from '#libs/people';
import { Config, makeBrokerVerifier } from '#libs/platform';

/** The account of whoever looks on. No bridge is called so: its name has a `/`. */
const reader = 'reader';

/**
 * Mosquitto's password file and access list, written anew from the database whenever a bridge comes or goes. The
 * broker reads them again on SIGHUP, and cuts off whoever is not in them any more.
 */
@Injectable()
export class BrokerFiles implements OnApplicationBootstrap {
  constructor(
    private readonly config: Config,
    private readonly accounts: BridgeAccountRepository,
  ) {}

  /** So that a broker waiting for its first files gets them without anybody pairing anything. */
  async onApplicationBootstrap(): Promise<void> {
    await this.refresh();
  }

  /** Writes the files if this installation has a place for them. */
  async refresh(): Promise<void> {
    const { brokerFilesDir } = this.config;
    if (brokerFilesDir !== undefined) await this.write(brokerFilesDir);
  }

  /**
   * @param folder made when missing; each file is replaced as a whole, so that a broker never reads half of one
   * @throws Error when the server itself has no account in the settings
   */
  async write(folder: string): Promise<void> {
    const { username, password } = this.config.mqtt;
    if (username === undefined || password === undefined) {
      throw new Error('MQTT_USERNAME and MQTT_PASSWORD are needed: without them the broker would refuse the server');
    }
    await mkdir(folder, { recursive: true });
    const server = { username, verifier: makeBrokerVerifier(password) };
    const bridges = await this.accounts.list();
    const { mqttReaderPassword: secret } = this.config;
    const readers = secret === undefined ? [] : [{ username: reader, verifier: makeBrokerVerifier(secret) }];
    const accounts = [server, ...readers, ...bridges];
    const names = bridges.map((bridge) => bridge.username);
    await replaceFile(join(folder, 'acl'), accessList(username, names, readers[0]?.username));
    const lines = accounts.map((account) => `${account.username}:${account.verifier}\n`);
    await replaceFile(join(folder, 'passwords'), lines.join(''));
  }
}

async function replaceFile(path: string, content: string): Promise<void> {
  const temporary = `${path}.${randomUUID()}`;
  const file = await open(temporary, 'wx', 0o600);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(temporary, path);
}
