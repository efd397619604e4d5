import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, open, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { brokerAccountSchema, ownDeviceSchema } from '#libs/contracts';

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
  const path = credentialsPath(dataDir);
  await mkdir(dirname(path), { recursive: true });
  const temporary = `${path}.${randomUUID()}`;
  const file = await open(temporary, 'wx', 0o600);
  try {
    await file.writeFile(`${JSON.stringify(credentialsSchema.parse(credentials), null, 2)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(temporary, path);
}
