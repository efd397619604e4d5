import type { CookieSerializeOptions } from '@fastify/cookie';
import { sessionCookieFor } from '../sign-in/session-cookie.js';

/** The longest that browsers keep a cookie; each visit begins it anew. */
const maxAgeSeconds = 400 * 24 * 3600;

/**
 * The cookie of a paired screen, under the same rules as a person's session.
 * @param publicUrl where people reach the hub
 * @returns the cookie's name and its flags
 */
export function deviceCookieFor(publicUrl: string): { name: string; options: CookieSerializeOptions } {
  const { options } = sessionCookieFor(publicUrl);
  return { name: options.secure === true ? '__Host-device' : 'device', options: { ...options, maxAge: maxAgeSeconds } };
}
