import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { BridgeOptions, PrinterOptions } from './bridge-options.js';
import { readCredentials } from './credentials.js';
import { slugSchema } from './settings/printer-schema.js';
import { readPrinters } from './settings/read-printers.js';
import { fetchPrinters, readKeptPrinters, withServed } from './settings/served-printers.js';

const environmentSchema = z.object({
  MQTT_URL: z.url({ protocol: /^(mqtts?|wss?)$/, error: 'must be an address such as mqtt://broker:1883' }),
  MQTT_USERNAME: z.string().optional(),
  MQTT_PASSWORD: z.string().optional(),
  HUB: slugSchema,
  BRIDGE: slugSchema,
  DATA_DIR: z.string().min(1, 'must be a folder'),
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
  const read = readOwnPrinters(environment);
  const faults = [
    ...(parsed.error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`),
    ...('faults' in read ? read.faults : []),
  ];
  if (!parsed.success || 'faults' in read) throw new ConfigFault(faults);
  const settings = parsed.data;
  return {
    hub: settings.HUB,
    bridge: settings.BRIDGE,
    mqtt: { url: settings.MQTT_URL, username: settings.MQTT_USERNAME, password: settings.MQTT_PASSWORD },
    dataDir: settings.DATA_DIR,
    printers: allPrinters(read.printers, readKeptPrinters(settings.DATA_DIR), environment),
  };
}

/** The printers alone, for whoever looks at them without a broker. @throws ConfigFault */
export function readPrinterOptions(environment: NodeJS.ProcessEnv = process.env): readonly PrinterOptions[] {
  const read = readOwnPrinters(environment);
  if ('faults' in read) throw new ConfigFault(read.faults);
  const { DATA_DIR } = environment;
  return allPrinters(read.printers, DATA_DIR ? readKeptPrinters(DATA_DIR) : [], environment);
}

/**
 * The printers as they are now: those of the file, and those that the server has set up.
 * @throws ConfigFault, or Error when the server cannot be asked
 */
export async function fetchPrinterOptions(environment: NodeJS.ProcessEnv = process.env): Promise<PrinterOptions[]> {
  const read = readOwnPrinters(environment);
  if ('faults' in read) throw new ConfigFault(read.faults);
  return allPrinters(read.printers, await fetchPrinters(readDataDir(environment)), environment);
}

/** Whether Home Assistant is told of the printers; undefined when their file says nothing that can be used. */
export function readHomeAssistant(environment: NodeJS.ProcessEnv = process.env): boolean | undefined {
  const read = readPrinters(printersSource(environment), environment);
  return 'printers' in read ? read.homeAssistant : undefined;
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

/** The file in the bridge's own folder, unless another or a list is given. */
function printersSource({ DATA_DIR, PRINTERS }: NodeJS.ProcessEnv): string {
  return PRINTERS || join(DATA_DIR ?? '', 'bridge.yaml');
}

type Printers = Extract<ReturnType<typeof readPrinters>, { printers: unknown }>['printers'];

/** A paired bridge needs no file: its printers may all be set up on the server. */
function readOwnPrinters(environment: NodeJS.ProcessEnv): ReturnType<typeof readPrinters> {
  const { DATA_DIR, PRINTERS } = environment;
  const source = printersSource(environment);
  const mayLack = !PRINTERS && DATA_DIR && !existsSync(source) && readCredentials(DATA_DIR) !== undefined;
  return mayLack ? { printers: [], homeAssistant: false } : readPrinters(source, environment);
}

function allPrinters(own: Printers, served: Printers, { VIRTUAL_PRINTER_SPEED }: NodeJS.ProcessEnv): PrinterOptions[] {
  const speed = Number(VIRTUAL_PRINTER_SPEED || 1);
  return withServed(withSpeed(own, speed), withSpeed(served, speed));
}

function withSpeed(printers: Printers, speed: number): PrinterOptions[] {
  return printers.map((printer) =>
    printer.adapter === 'virtual' ? { ...printer, speed: printer.speed ?? speed } : printer,
  );
}
