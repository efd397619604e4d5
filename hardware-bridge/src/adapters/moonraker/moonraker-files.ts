import { createHash } from 'node:crypto';
import { createReadStream, openAsBlob } from 'node:fs';
import { z } from 'zod';
import { isRemoteName } from '../../journal/command-journal.js';
import { uploadDeadlineMs } from '../network/pace.js';
import { PrinterRefusal, type PrintToStart } from '../printer-adapter.js';
import type { MoonrakerSocket } from './moonraker-socket.js';

const errorSchema = z.object({ error: z.object({ message: z.string() }) });
const listSchema = z.array(z.object({ path: z.string() }));

export interface MoonrakerAddress {
  readonly url: string;
  readonly apiKey?: string | undefined;
}

/**
 * Sends the file with its checksum, straight from the disk.
 * @throws PrinterRefusal whatever goes wrong: a file that is not there whole cannot move anything
 */
export async function uploadToMoonraker({ url, apiKey }: MoonrakerAddress, print: PrintToStart): Promise<void> {
  const blob = await openAsBlob(print.filePath);
  const form = new FormData();
  form.set('root', 'gcodes');
  form.set('checksum', await sha256Of(print.filePath));
  form.set('file', blob, print.remoteName);
  const address = new URL('server/files/upload', url.endsWith('/') ? url : `${url}/`);
  let response: Response;
  try {
    response = await fetch(address, {
      method: 'POST',
      body: form,
      headers: apiKey === undefined ? {} : { 'x-api-key': apiKey },
      signal: AbortSignal.timeout(uploadDeadlineMs(blob.size)),
    });
  } catch (error) {
    throw new PrinterRefusal('printer_offline', 'The upload broke off', { cause: error });
  }
  if (response.ok) return;
  const why = errorSchema.safeParse(await response.json().catch(() => null));
  const text = why.success ? why.data.error.message : `HTTP ${response.status}`;
  throw new PrinterRefusal(response.status === 422 ? 'checksum_mismatch' : 'printer_error', text);
}

/** Removes our files, but for the one that is printed. */
export async function sweepMoonraker(socket: MoonrakerSocket, inUse: string | null): Promise<void> {
  const files = listSchema.parse(await socket.call('server.files.list', { root: 'gcodes' }));
  const ours = files.filter(({ path }) => isRemoteName(path) && path !== inUse);
  for (const { path } of ours) await socket.call('server.files.delete_file', { path: `gcodes/${path}` });
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
