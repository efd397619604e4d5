import { randomBytes } from 'node:crypto';
import { open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { StartupError } from './startup-error.js';

const secretsSchema = z.object({
  secretKey: z.string().min(32),
  postgresPassword: z.string().min(1),
  serverBrokerPassword: z.string().min(1),
  bridgeBrokerPassword: z.string().min(1),
});

/** What only this hub knows, made at its first start and kept in its data folder. */
export type Secrets = z.infer<typeof secretsSchema>;

/**
 * @param dataDir the hub's data folder, which exists
 * @throws StartupError when the file is there but broken: making new secrets would lock the database
 */
export async function loadSecrets(dataDir: string): Promise<Secrets> {
  const path = join(dataDir, 'secrets.json');
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw new StartupError(`The file ${path} cannot be read (${error.code ?? error.message}).`, { cause: error });
  });
  if (text === undefined) return createSecrets(path);
  try {
    return secretsSchema.parse(JSON.parse(text));
  } catch (error) {
    throw new StartupError(`The file ${path} is damaged; restore it from a backup.`, { cause: error });
  }
}

async function createSecrets(path: string): Promise<Secrets> {
  const secret = (): string => randomBytes(32).toString('base64url');
  const secrets = {
    secretKey: secret(),
    postgresPassword: secret(),
    serverBrokerPassword: secret(),
    bridgeBrokerPassword: secret(),
  };
  const temporary = `${path}.new`;
  const file = await open(temporary, 'w', 0o600);
  await file.writeFile(`${JSON.stringify(secrets, null, 2)}\n`);
  await file.sync();
  await file.close();
  await rename(temporary, path);
  return secrets;
}
