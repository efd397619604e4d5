import { createHash, randomBytes } from 'node:crypto';

/** The secret part of a link in a mail to a guardian, and what is kept of it. */
export function newLinkToken(): { token: string; hash: Buffer } {
  const token = randomBytes(32).toString('base64url');
  return { token, hash: hashLinkToken(token) };
}

/** A token has 256 random bits, so a plain hash is enough to make a stolen table useless. */
export function hashLinkToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
