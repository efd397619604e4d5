import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bridgePrintersSchema } from '#libs/contracts';
import type { PrinterOptions } from '../bridge-options.js';
import { readCredentials } from '../credentials.js';
import { writeSecretFile } from '../secret-file.js';
import { servedPrintersSchema } from './printer-schema.js';

const patienceMs = 10_000;

/** Where the printers that the server has set up are kept, so that a bridge without a network knows them. */
function keptPath(dataDir: string): string {
  return join(dataDir, 'printers.json');
}

/** The printers that the server has told of last; none before it has. */
export function readKeptPrinters(dataDir: string): ServedPrinter[] {
  const path = keptPath(dataDir);
  try {
    return servedPrintersSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw new Error(`${path} cannot be read; remove it, and the server is asked anew`, { cause: error });
  }
}

/**
 * Asks the server for the printers of this bridge, and keeps them. A bridge that was never paired has none.
 * @throws Error when the server cannot be asked, or says what cannot be used
 */
export async function fetchPrinters(dataDir: string): Promise<ServedPrinter[]> {
  const credentials = readCredentials(dataDir);
  if (credentials === undefined) return [];
  const { server, token } = credentials;
  const response = await fetch(new URL('/api/v1/devices/current/printers', server), {
    headers: { authorization: `Bearer ${token}` },
    redirect: 'error',
    signal: AbortSignal.timeout(patienceMs),
  });
  if (!response.ok) throw new Error(`${server} answered ${response.status} when asked for the printers`);
  const { printers } = bridgePrintersSchema.parse(await response.json());
  const served = servedPrintersSchema.parse(printers);
  await writeSecretFile(keptPath(dataDir), JSON.stringify(served, null, 2));
  return served;
}

/** What is written in the bridge's own file counts; the server adds to it. */
export function withServed(own: readonly PrinterOptions[], served: readonly PrinterOptions[]): PrinterOptions[] {
  const names = new Set(own.map(({ slug }) => slug));
  return [...own, ...served.filter(({ slug }) => !names.has(slug))];
}

type ServedPrinter = ReturnType<typeof servedPrintersSchema.parse>[number];
