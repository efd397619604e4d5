import { MqttConnection } from '#libs/mqtt';
import type { ProductionHub } from './production-hub.js';

/** Somebody who listens in on what passes the broker for one printer. */
export interface CommandWatch {
  heard: () => boolean;
  close: () => Promise<void>;
}

/** Begins to listen; `heard` turns true with the next command. */
export async function watchCommands(hub: ProductionHub, printer: string): Promise<CommandWatch> {
  let heard = false;
  const ignore = () => undefined;
  const watcher = new MqttConnection({
    ...hub.bridgeAccess,
    clientId: 'watcher',
    clean: true,
    onInvalid: ignore,
    onHandlerError: () => 'drop',
    onConnectionError: ignore,
  });
  watcher.connect();
  await watcher.subscribe('printerCommand', { hub: 'viitasaari', bridge: 'bridge-1', printer }, async () => {
    heard = true;
  });
  return { heard: () => heard, close: () => watcher.close() };
}
