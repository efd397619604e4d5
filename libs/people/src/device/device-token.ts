import { createHash, randomBytes } from 'node:crypto';

const prefix = 'dk_';

/** A device's credential. The prefix lets a person, or a scanner for leaked secrets, tell what it is. */
export function newDeviceToken(): string {
  return `${prefix}${randomBytes(32).toString('base64url')}`;
}

/** A token has 256 random bits, so a plain hash is enough to make a stolen table useless. */
export function hashDeviceToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
