import type { z } from 'zod';
import {
  bridgeCommandSchema,
  bridgeInfoSchema,
  bridgeStateSchema,
  commandAckSchema,
  printerCommandSchema,
  printerDiagnosisSchema,
  printerEventSchema,
  printerStatusSchema,
  printerTemperatureSchema,
} from './envelope.js';

interface TopicSpec {
  /** MQTT pattern below the version prefix, with the names of its parameters. */
  readonly path: string;
  /** Who says it; the other side hears it. The broker refuses it from anybody else. */
  readonly from: 'bridge' | 'server';
  readonly qos: 0 | 1;
  readonly retain: boolean;
  readonly schema: z.ZodType;
}

/** Everything that ever travels over MQTT. Commands are never retained: a late subscriber must not act on an old one. */
export const topics = {
  bridgeState: { path: '{hub}/{bridge}/state', from: 'bridge', qos: 1, retain: true, schema: bridgeStateSchema },
  bridgeInfo: { path: '{hub}/{bridge}/info', from: 'bridge', qos: 1, retain: true, schema: bridgeInfoSchema },
  bridgeCommand: { path: '{hub}/{bridge}/cmd', from: 'server', qos: 1, retain: false, schema: bridgeCommandSchema },
  printerStatus: {
    path: '{hub}/{bridge}/p/{printer}/status',
    from: 'bridge',
    qos: 1,
    retain: true,
    schema: printerStatusSchema,
  },
  printerEvent: {
    path: '{hub}/{bridge}/p/{printer}/event',
    from: 'bridge',
    qos: 1,
    retain: false,
    schema: printerEventSchema,
  },
  printerTemperature: {
    path: '{hub}/{bridge}/p/{printer}/temp',
    from: 'bridge',
    qos: 0,
    retain: false,
    schema: printerTemperatureSchema,
  },
  printerCommand: {
    path: '{hub}/{bridge}/p/{printer}/cmd',
    from: 'server',
    qos: 1,
    retain: false,
    schema: printerCommandSchema,
  },
  commandAck: {
    path: '{hub}/{bridge}/p/{printer}/ack',
    from: 'bridge',
    qos: 1,
    retain: false,
    schema: commandAckSchema,
  },
  printerDiagnosis: {
    path: '{hub}/{bridge}/p/{printer}/diagnosis',
    from: 'bridge',
    qos: 1,
    retain: false,
    schema: printerDiagnosisSchema,
  },
} as const satisfies Record<string, TopicSpec>;

export type TopicName = keyof typeof topics;
export type TopicPayload<N extends TopicName> = z.infer<(typeof topics)[N]['schema']>;

/** Version of the contract, the first levels of every topic. */
export const topicPrefix = 'dk/1';
