import type { BucketSettings } from './storage-settings.js';

/** @returns the status that the store answered with; undefined when it did not answer */
export function statusOf(error: unknown): number | undefined {
  return (error as { $metadata?: { httpStatusCode?: number } } | null)?.$metadata?.httpStatusCode;
}

/** What went wrong, for the log: the SDK's own name of it, for an answer without a body says nothing else. */
export function describeS3Fault(error: unknown): string {
  const { name = '', message = '', code = '' } = error as { name?: string; message?: string; code?: string };
  const status = statusOf(error);
  return [name, code, status, message].filter((part) => part !== undefined && part !== '').join(' ');
}

/**
 * What the person who set the hub up must put right before it can start.
 * @returns undefined when waiting may help
 */
export function startFaultOf(error: unknown, { bucket, region }: BucketSettings): string | undefined {
  if ((error as { name?: string }).name === 'CredentialsProviderError')
    return 'STORAGE_URL needs credentials: set STORAGE_ACCESS_KEY_ID and STORAGE_SECRET_ACCESS_KEY';
  const status = statusOf(error);
  if (status === 401 || status === 403)
    return `STORAGE_ACCESS_KEY_ID and STORAGE_SECRET_ACCESS_KEY do not open the bucket ${bucket}: the store refuses them`;
  if (status === 404) return `STORAGE_URL names the bucket ${bucket}, which is not there; make it first`;
  if (status === 301 || status === 400)
    return `STORAGE_URL names the region ${region}, in which the bucket ${bucket} is not`;
  return undefined;
}
