import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/** A bucket of an S3-compatible store, and how it is reached. */
export interface BucketSettings {
  readonly bucket: string;
  /** In front of every name, ending in a slash; or nothing. */
  readonly prefix: string;
  /** Undefined means Amazon's own for the region. */
  readonly endpoint: string | undefined;
  readonly region: string;
  /** Whether the bucket stands in the path and not in the host's name. */
  readonly pathStyle: boolean;
}

/** Where files are kept. */
export type StorageSettings = { readonly folder: string } | BucketSettings;

/** `STORAGE_URL`: `file:///var/lib/hub/files` or `s3://bucket/prefix?endpoint=…&region=…&pathStyle=true`. */
export const storageSetting = z.string().transform((text, context): StorageSettings => {
  const settings = parse(text);
  if (typeof settings !== 'string') return settings;
  context.addIssue({ code: 'custom', message: settings });
  return z.NEVER;
});

/** @returns the settings, or what is wrong with them */
function parse(text: string): StorageSettings | string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol === 'file:')
    return url.host === '' ? { folder: fileURLToPath(url) } : 'must be file:/// with three slashes';
  if (url?.protocol !== 's3:') return 'must begin with file:/// or s3://';
  if (url.password !== '' || url.username !== '')
    return 'must not hold credentials: set STORAGE_ACCESS_KEY_ID and STORAGE_SECRET_ACCESS_KEY';
  return bucketOf(url);
}

function bucketOf(url: URL): BucketSettings | string {
  const { endpoint, region = 'us-east-1', pathStyle = 'false', ...others } = Object.fromEntries(url.searchParams);
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) return `has the parameter ${unknown}; known are endpoint, region and pathStyle`;
  if (url.hostname === '') return 'must name the bucket: s3://bucket';
  if (endpoint !== undefined && !/^https?:\/\/[^/]/.test(endpoint))
    return 'must have an endpoint with http:// or https://';
  if (pathStyle !== 'true' && pathStyle !== 'false') return 'must have pathStyle=true or pathStyle=false';
  const path = url.pathname.replace(/^\/+|\/+$/g, '');
  const prefix = path === '' ? '' : `${path}/`;
  return { bucket: url.hostname, prefix, endpoint, region, pathStyle: pathStyle === 'true' };
}
