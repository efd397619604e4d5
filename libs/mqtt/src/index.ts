export { anyValue, formatTopic, type ParsedTopic, type TopicParams } from './topic-name.js';
export type {
  FailureDecision,
  HandlerFailure,
  InvalidMessage,
  LastWill,
  MqttConnectionOptions,
} from './connection-options.js';
export { MqttConnection } from './mqtt-connection.js';
export type { GatheredMessage, GatheringHandler, MessageHandler, ReceivedMessage } from './message-router.js';
export { anyDiscovery, discoveryTopic, type DiscoveredPrinter } from './discovery-topic.js';
export { accessList, bridgeClientId, bridgeMay, serverMay, type BrokerRequest } from './broker-access.js';
export { CommandSender, type CommandAnswer, type NoAnswer } from './command-sender.js';
