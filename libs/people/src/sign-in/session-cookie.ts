import type { CookieSerializeOptions } from '@fastify/cookie';

/**
 * The session cookie. Over HTTPS it has the `__Host-` prefix, which browsers tie to this very host; a browser keeps
 * such a cookie only when it is Secure, so the plain name serves a hub on http://127.0.0.1, and it alone: over HTTPS
 * a cookie of the plain name may have been planted by a neighbouring site.
 * @param publicUrl where people reach the hub
 * @returns the cookie's name and its flags
 */
export function sessionCookieFor(publicUrl: string): { name: string; options: CookieSerializeOptions } {
  const secure = publicUrl.startsWith('https://');
  return {
    name: secure ? '__Host-session' : 'session',
    options: { path: '/', httpOnly: true, sameSite: 'lax', secure },
  };
}
