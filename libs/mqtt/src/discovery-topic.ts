/** Where a bridge tells Home Assistant of a printer. The level that names the bridge is its account's name. */
export interface DiscoveredPrinter {
  readonly hub: string;
  readonly bridge: string;
  readonly printer: string;
}

/** Below this Home Assistant looks for devices, unless it was told otherwise. */
const discoveryRoot = 'homeassistant/device';

/**
 * The retained topic that describes a printer to Home Assistant. No name of a hub or bridge has a `_` in it.
 * @see https://www.home-assistant.io/integrations/mqtt/#discovery-topic
 */
export function discoveryTopic({ hub, bridge, printer }: DiscoveredPrinter): string {
  return `${ownDiscovery(`${hub}/${bridge}`)}/${printer}/config`;
}

/** What a bridge may describe, as a topic filter. @param username the bridge's account, `HUB/BRIDGE` */
export function discoveryFilter(username: string): string {
  return `${ownDiscovery(username)}/+/config`;
}

/** What anybody describes, as a topic filter. */
export const anyDiscovery = `${discoveryRoot}/+/+/config`;

/** True when a bridge may describe a printer there. @param username the bridge's account */
export function isOwnDiscovery(username: string, topic: string): boolean {
  const [printer = '', ...rest] = topic.startsWith(`${ownDiscovery(username)}/`)
    ? topic.slice(ownDiscovery(username).length + 1).split('/')
    : [];
  return /^[a-z0-9-]+$/.test(printer) && rest.join('/') === 'config';
}

function ownDiscovery(username: string): string {
  return `${discoveryRoot}/${username.replace('/', '_')}`;
}
