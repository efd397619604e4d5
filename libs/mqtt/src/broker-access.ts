import { topicPrefix, topics, type TopicName } from '#libs/contracts';
import { parseTopic } from './topic-name.js';

/** What somebody asks of the broker: to publish to a topic, or to hear what matches a filter. */
export type BrokerRequest = { readonly publish: string } | { readonly subscribe: string };

type Side = (typeof topics)[TopicName]['from'];

const topicNames = Object.keys(topics) as TopicName[];
/** Stands for the wildcard of one level, which is no character of a hub's, bridge's or printer's name. */
const everything = '*';

/**
 * Whether the broker may let a bridge do this: it speaks for itself and hears its own commands, nothing else.
 * @param username the bridge's account, `HUB/BRIDGE`
 */
export function bridgeMay(username: string, request: BrokerRequest): boolean {
  const asked = askedTopic('bridge', request);
  return asked !== null && `${asked.params.hub}/${asked.params.bridge}` === username;
}

/** Whether the broker may let the server do this: it commands every bridge and hears what all of them say. */
export function serverMay(request: BrokerRequest): boolean {
  return askedTopic('server', request) !== null;
}

/** A bridge's client id; with another's it would be given the messages that wait for that other. */
export function bridgeClientId(hub: string, bridge: string): string {
  return `bridge-${hub}-${bridge}`;
}

/**
 * The same rules in the words of Mosquitto's access list.
 * @param server the server's account
 * @see https://mosquitto.org/man/mosquitto-conf-5.html
 */
export function accessList(server: string): string {
  const toServer = topicNames.map((name) => `topic ${verb('server', name)} ${pattern(name, '+/+')}`);
  const toBridges = topicNames.map((name) => `pattern ${verb('bridge', name)} ${pattern(name, '%u')}`);
  return [
    '# The server reads what bridges say and is the only one that commands. Everything not listed is refused.',
    `user ${server}`,
    ...toServer,
    '',
    '# A bridge signs in as HUB/BRIDGE, and that name is its subtree.',
    ...toBridges,
    '',
  ].join('\n');
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
