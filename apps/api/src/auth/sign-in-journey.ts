import type { CookieSerializeOptions } from '@fastify/cookie';
import { z } from 'zod';
import type { SignInSecrets } from '#libs/people';
import { sessionCookieFor } from '#libs/people';

/** How long somebody may take at the identity provider. */
export const journeyMinutes = 15;

const journeySchema = z.object({
  state: z.string(),
  nonce: z.string(),
  codeVerifier: z.string(),
  next: z.string(),
  beganAt: z.number(),
});

/** One browser's way to the identity provider and back; kept in a cookie of that browser alone. */
export interface Journey extends SignInSecrets {
  /** Where to go afterwards: a path of ours. */
  next: string;
  /** Milliseconds since 1970. */
  beganAt: number;
}

/** The cookie is sent to the callback alone; it dies with the journey. */
export function journeyCookieFor(publicUrl: string): { name: string; options: CookieSerializeOptions } {
  const { name, options } = sessionCookieFor(publicUrl);
  return { name: `${name}-journey`, options: { ...options, maxAge: journeyMinutes * 60 } };
}

export function writeJourney(journey: Journey): string {
  return Buffer.from(JSON.stringify(journey)).toString('base64url');
}

/**
 * The cookie needs no signature: who may write it may as well start a journey of his or her own.
 * @returns undefined for what is no journey, or one that began too long ago
 */
export function readJourney(text: string | undefined, now: Date): Journey | undefined {
  if (text === undefined) return undefined;
  const parsed = journeySchema.safeParse(parseJson(Buffer.from(text, 'base64url').toString()));
  if (!parsed.success) return undefined;
  const age = now.getTime() - parsed.data.beganAt;
  return age >= 0 && age < journeyMinutes * 60_000 ? parsed.data : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Where to go after signing in: a page of ours, whatever a link says.
 * @returns path with query
 */
export function pathOfOurs(next: string | undefined, publicUrl: string): string {
  if (next === undefined || !next.startsWith('/') || !URL.canParse(next, publicUrl)) return '/';
  const { origin, pathname, search, hash } = new URL(next, publicUrl);
  // "/.//elsewhere" has become "//elsewhere" by now, which a browser takes for another host.
  const isOurs = origin === new URL(publicUrl).origin && !pathname.startsWith('//');
  return isOurs ? `${pathname}${search}${hash}` : '/';
}
