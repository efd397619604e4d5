import type { Readable } from 'node:stream';
import { Logger } from '@nestjs/common';
import { Problem, type FileStore } from '#libs/platform';

const logger = new Logger('PrintFiles');

/**
 * Opens a file that a print says it has.
 * @throws Problem `print.file_missing` when it is not in the store: somebody must look why, so the log says which
 */
export async function openStored(files: FileStore, sha256: string): Promise<Readable> {
  const stream = await files.open(sha256);
  if (stream !== undefined) return stream;
  logger.error(`the file ${sha256} of a print is not in the store`);
  throw new Problem('print.file_missing');
}
