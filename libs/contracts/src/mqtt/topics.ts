import type { z } from 'zod';
import {
  bridgeCommandSchema,
  bridgeInfoSchema,
  bridgeStateSchema,
  commandAckSchema,
  printerCommandSchema,
  printerEventSchema,
  printerStatusSchema,
  printerTemperatureSchema,
} from './envelope.js';

interface TopicSpec {
  /** MQTT pattern below the version prefix, with the names of its parameters. */
  readonly path: string;
  readonly qos: 0 | 1;
  readonly retain: boolean;
  readonly schema: z.ZodType;
}

/** Everything that ever travels over MQTT. Commands are never retained: a late subscriber must not act on an old one. */
export const topics = {
  bridgeState: { path: '{hub}/{bridge}/state', qos: 1, retain: true, schema: bridgeStateSchema },
  bridgeInfo: { path: '{hub}/{bridge}/info', qos: 1, retain: true, schema: bridgeInfoSchema },
  bridgeCommand: { path: '{hub}/{bridge}/cmd', qos: 1, retain: false, schema: bridgeCommandSchema },
  printerStatus: { path: '{hub}/{bridge}/p/{printer}/status', qos: 1, retain: true, schema: printerStatusSchema },
  printerEvent: { path: '{hub}/{bridge}/p/{printer}/event', qos: 1, retain: false, schema: printerEventSchema },
  printerTemperature: {
    path: '{hub}/{bridge}/p/{printer}/temp',
    qos: 0,
    retain: false,
    schema: printerTemperatureSchema,
  },
  printerCommand: { path: '{hub}/{bridge}/p/{printer}/cmd', qos: 1, retain: false, schema: printerCommandSchema },
  commandAck: { path: '{hub}/{bridge}/p/{printer}/ack', qos: 1, retain: false, schema: commandAckSchema },
} as const satisfies Record<string, TopicSpec>;

export type TopicName = keyof typeof topics;
export type TopicPayload<N extends TopicName> = z.infer<(typeof topics)[N]['schema']>;

/** Version of the contract, the first levels of every topic. */
export const topicPrefix = 'dk/1';
