import { existsSync } from 'node:fs';
import { access, constants, mkdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import { ConfigError } from '#libs/platform';
import { freePort } from './embedded/loopback-port.js';
import { StartupError } from './startup-error.js';

type Environment = Record<string, string | undefined>;

const standaloneSchema = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  DATA_DIR: z.string().default('.data'),
  MQTT_PORT: z.coerce.number().int().min(0).max(65_535).default(0),
  MQTT_HOST: z.string().default('127.0.0.1'),
  VIRTUAL_PRINTER_SPEED: z.coerce.number().positive().max(100_000).default(60),
});

/** What the standalone hub itself needs to know; the rest of the environment is for the parts it starts. */
export interface Settings {
  port: number;
  host: string;
  /** Absolute; exists and can be written. */
  dataDir: string;
  /** Of the embedded broker; 0 for any free one. */
  mqttPort: number;
  mqttHost: string;
  virtualPrinterSpeed: number;
  environment: Environment;
}

/**
 * @param env `process.env`
 * @throws ConfigError for a wrong setting, StartupError for a data folder that cannot be written
 */
export async function readSettings(env: Environment): Promise<Settings> {
  const environment = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = standaloneSchema.safeParse(environment);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
    throw new ConfigError(faults, { cause: parsed.error });
  }
  const dataDir = resolve(parsed.data.DATA_DIR);
  await prepareDataDir(dataDir);
  return {
    port: parsed.data.PORT === 0 ? await freePort() : parsed.data.PORT,
    host: parsed.data.HOST,
    dataDir,
    mqttPort: parsed.data.MQTT_PORT,
    mqttHost: parsed.data.MQTT_HOST,
    virtualPrinterSpeed: parsed.data.VIRTUAL_PRINTER_SPEED,
    environment,
  };
}

async function prepareDataDir(dataDir: string): Promise<void> {
  try {
    await makeFolder(dataDir);
    await access(dataDir, constants.W_OK | constants.X_OK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new StartupError(`The data folder ${dataDir} cannot be written (${code ?? 'unknown'}). Set DATA_DIR.`, {
      cause: error,
    });
  }
}

/** Step by step, because Node's own recursive way never returns on file systems that refuse with ENOENT, as /proc does. */
async function makeFolder(path: string): Promise<void> {
  if (existsSync(path)) return;
  await makeFolder(dirname(path));
  await mkdir(path);
}
