import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { BridgeOptions } from './bridge-options.js';
import { readCredentials } from './credentials.js';

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case letters, digits and hyphens');
const share = z.number().min(0).max(1);

const printerSchema = z.strictObject({
  slug,
  adapter: z.literal('virtual'),
  model: z.string().min(1),
  speed: z.number().positive().optional(),
  faults: z
    .strictObject({
      failAtProgress: share.optional(),
      runoutAtProgress: share.optional(),
      rejectStart: z.boolean().optional(),
      disconnected: z.boolean().optional(),
    })
    .optional(),
});

const printersSchema = z
  .array(printerSchema)
  .min(1)
  .refine((printers) => new Set(printers.map(({ slug }) => slug)).size === printers.length, 'two have the same slug');

const environmentSchema = z.object({
  MQTT_URL: z.url({ protocol: /^(mqtts?|wss?)$/, error: 'must be an address such as mqtt://broker:1883' }),
  MQTT_USERNAME: z.string().optional(),
  MQTT_PASSWORD: z.string().optional(),
  HUB: slug,
  BRIDGE: slug,
  DATA_DIR: z.string().min(1, 'must be a folder'),
  /** The printers as a JSON array, or the path of a file that holds one. */
  PRINTERS: z.string().transform(readPrinters).pipe(printersSchema),
  VIRTUAL_PRINTER_SPEED: z.coerce.number().positive().default(1),
});

export type BridgeConfig = Omit<BridgeOptions, 'log'>;

/** Every fault of the settings, one line each. */
export class ConfigFault extends Error {
  constructor(readonly faults: readonly string[]) {
    super(faults.join('\n'));
  }
}

/**
 * Reads the settings: the only place that knows the environment. A paired bridge needs only its folder and printers.
 * @throws ConfigFault naming every setting that is missing or wrong
 */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): BridgeConfig {
  const parsed = environmentSchema.safeParse({ ...pairedSettings(environment), ...given(environment) });
  if (!parsed.success) {
    throw new ConfigFault(parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`));
  }
  const settings = parsed.data;
  return {
    hub: settings.HUB,
    bridge: settings.BRIDGE,
    mqtt: { url: settings.MQTT_URL, username: settings.MQTT_USERNAME, password: settings.MQTT_PASSWORD },
    dataDir: settings.DATA_DIR,
    printers: settings.PRINTERS.map((printer) => ({
      ...printer,
      speed: printer.speed ?? settings.VIRTUAL_PRINTER_SPEED,
    })),
  };
}

/** @throws ConfigFault when it is not set */
export function readDataDir(environment: NodeJS.ProcessEnv = process.env): string {
  const { DATA_DIR } = environment;
  if (DATA_DIR) return DATA_DIR;
  throw new ConfigFault(['DATA_DIR: must be a folder']);
}

/** An empty variable is how compose files and shells say "not set". */
function given(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
}

/** What pairing has settled; the environment may say otherwise. */
function pairedSettings(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const credentials = environment.DATA_DIR ? readCredentials(environment.DATA_DIR) : undefined;
  if (credentials === undefined) return {};
  const { device, broker } = credentials;
  return {
    MQTT_URL: broker.url,
    MQTT_USERNAME: broker.username,
    MQTT_PASSWORD: broker.password,
    HUB: device.hub,
    BRIDGE: device.bridge,
  };
}

function readPrinters(value: string, context: z.RefinementCtx): unknown {
  try {
    return JSON.parse(value.trimStart().startsWith('[') ? value : readFileSync(value, 'utf8'));
  } catch (error) {
    context.addIssue({
      code: 'custom',
      message: `is neither a JSON array nor a file with one: ${(error as Error).message}`,
    });
    return z.NEVER;
  }
}
