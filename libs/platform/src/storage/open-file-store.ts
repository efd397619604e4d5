import { join } from 'node:path';
import type { Config } from '../config/config.js';
import type { FileStore } from './file-store.js';
import { IncomingFiles } from './incoming-files.js';
import { LocalFileStore } from './local-file-store.js';

/** The file store that the settings name; without a setting, a folder in the data directory. */
export async function openFileStore({ storage, storageCredentials, dataDir }: Config): Promise<FileStore> {
  if (storage === undefined) return new LocalFileStore(join(dataDir, 'files'));
  if ('folder' in storage) return new LocalFileStore(storage.folder);
  // The client of S3 is large, and few hubs need it.
  const { openBucket } = await import('./open-bucket.js');
  return openBucket(storage, storageCredentials, new IncomingFiles(join(dataDir, 'incoming')));
}
