import { topicPrefix, topics, type TopicName } from '#libs/contracts';
import { anyDiscovery, discoveryFilter, isOwnDiscovery } from './discovery-topic.js';
import { parseTopic } from './topic-name.js';

/** What somebody asks of the broker: to publish to a topic, or to hear what matches a filter. */
export type BrokerRequest = { readonly publish: string } | { readonly subscribe: string };

type Side = (typeof topics)[TopicName]['from'];

const topicNames = Object.keys(topics) as TopicName[];
/** Stands for the wildcard of one level, which is no character of a hub's, bridge's or printer's name. */
const everything = '*';

/**
 * Whether the broker may let a bridge do this: it speaks for itself, describes its own printers to Home Assistant and
 * hears its own commands, nothing else.
 * @param username the bridge's account, `HUB/BRIDGE`
 */
export function bridgeMay(username: string, request: BrokerRequest): boolean {
  if ('publish' in request && isOwnDiscovery(username, request.publish)) return true;
  const asked = askedTopic('bridge', request);
  return asked !== null && `${asked.params.hub}/${asked.params.bridge}` === username;
}

/** Whether the broker may let the server do this: it commands every bridge and hears what all of them say. */
export function serverMay(request: BrokerRequest): boolean {
  if ('subscribe' in request && request.subscribe === anyDiscovery) return true;
  return askedTopic('server', request) !== null;
}

/** A bridge's client id; with another's it would be given the messages that wait for that other. */
export function bridgeClientId(hub: string, bridge: string): string {
  return `bridge-${hub}-${bridge}`;
}

/**
 * The same rules in the words of Mosquitto's access list. What a bridge may describe to Home Assistant stands for each
 * of them, because Mosquitto puts a name into a pattern only as a level of its own, and Home Assistant takes no more
 * levels.
 * @param server the server's account
 * @param bridges the bridges' accounts
 * @param reader an account for programs that look on, such as Home Assistant; left out where there is none
 * @see https://mosquitto.org/man/mosquitto-conf-5.html
 */
export function accessList(server: string, bridges: readonly string[] = [], reader?: string): string {
  const toServer = topicNames.map((name) => `topic ${verb('server', name)} ${pattern(name, '+/+')}`);
  const toBridges = topicNames.map((name) => `pattern ${verb('bridge', name)} ${pattern(name, '%u')}`);
  return [
    '# The server reads what bridges say and is the only one that commands. Everything not listed is refused.',
    `user ${server}`,
    ...toServer,
    `topic read ${anyDiscovery}`,
    '',
    ...(reader === undefined ? [] : readerList(reader)),
    ...bridges.flatMap((bridge) => [`user ${bridge}`, `topic write ${discoveryFilter(bridge)}`, '']),
    '# A bridge signs in as HUB/BRIDGE, and that name is its subtree.',
    ...toBridges,
    '',
  ].join('\n');
}

/** Looking on is to see how printers are and how warm; not what they are told, nor what becomes of it. */
function readerList(reader: string): string[] {
  const shown = (['bridgeState', 'printerStatus', 'printerTemperature'] as const).map((name) => pattern(name, '+/+'));
  return [
    '# Who looks on says nothing.',
    `user ${reader}`,
    ...[...shown, anyDiscovery].map((filter) => `topic read ${filter}`),
    '',
  ];
}

function askedTopic(side: Side, request: BrokerRequest) {
  const speaks = 'publish' in request;
  const asked = parseTopic(speaks ? request.publish : request.subscribe.replaceAll('+', everything));
  return asked !== null && (topics[asked.name].from === side) === speaks ? asked : null;
}

function verb(side: Side, name: TopicName): 'write' | 'read' {
  return topics[name].from === side ? 'write' : 'read';
}

function pattern(name: TopicName, place: string): string {
  return `${topicPrefix}/${topics[name].path.replace('{hub}/{bridge}', place).replace('{printer}', '+')}`;
}
