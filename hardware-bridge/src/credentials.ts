import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { brokerAccountSchema, ownDeviceSchema } from '#libs/contracts';
import { writeSecretFile } from './secret-file.js';

/** What the hub gave this bridge when it was paired. */
const credentialsSchema = z.object({
  server: z.string(),
  device: ownDeviceSchema.extend({ kind: z.literal('bridge'), bridge: z.string() }),
  token: z.string(),
  broker: brokerAccountSchema,
});
export type BridgeCredentials = z.infer<typeof credentialsSchema>;

export function credentialsPath(dataDir: string): string {
  return join(dataDir, 'credentials.json');
}

/**
 * @returns undefined for a bridge that was never paired
 * @throws Error when the file cannot be read or is not what pairing wrote
 */
export function readCredentials(dataDir: string): BridgeCredentials | undefined {
  const path = credentialsPath(dataDir);
  try {
    return credentialsSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new Error(`${path} cannot be read; pair this bridge again`, { cause: error });
  }
}

/** Readable by their owner alone, and there as a whole or not at all: the hub gives them only once. */
export async function writeCredentials(dataDir: string, credentials: BridgeCredentials): Promise<void> {
  await writeSecretFile(credentialsPath(dataDir), JSON.stringify(credentialsSchema.parse(credentials), null, 2));
}
