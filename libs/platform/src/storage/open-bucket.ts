import { S3Client } from '@aws-sdk/client-s3';
import type { IncomingFiles } from './incoming-files.js';
import { S3FileStore } from './s3-file-store.js';
import type { BucketSettings } from './storage-settings.js';

const connectionTimeout = 5_000;
/** Between two signs of life, not for the whole of a file. */
const socketTimeout = 30_000;

/** What goes wrong is logged by the store, which knows whether it matters. */
const sayNothing = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/**
 * A store in a bucket. Nothing is asked of it yet.
 * @param credentials undefined: the client looks for some itself, in `AWS_…`, `~/.aws` and the machine's role
 * @param incoming where files are put together
 */
export function openBucket(
  settings: BucketSettings,
  credentials: { accessKeyId: string; secretAccessKey: string } | undefined,
  incoming: IncomingFiles,
): S3FileStore {
  const { endpoint, region, pathStyle } = settings;
  const client = new S3Client({
    region,
    forcePathStyle: pathStyle,
    ...(endpoint !== undefined && { endpoint }),
    ...(credentials && { credentials }),
    // Only what every S3-compatible store knows; we send a checksum of our own.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: { connectionTimeout, socketTimeout },
    logger: sayNothing,
  });
  if (pathStyle) leaveOutSlashBehindBucket(client);
  return new S3FileStore(client, settings, incoming);
}

/** The client asks for `/bucket/`; to some stores that is an object without a name, and to all of them `/bucket` is the bucket. */
function leaveOutSlashBehindBucket(client: S3Client): void {
  client.middlewareStack.add(
    (next) => (call) => {
      const request = call.request as { path: string };
      request.path = request.path.replace(/(.)\/$/, '$1');
      return next(call);
    },
    { step: 'build', name: 'leaveOutSlashBehindBucket' },
  );
}
