import type { FastifyReply } from 'fastify';
import type { Me } from '#libs/contracts';
import { describeMe, sessionCookieFor, type NewSession } from '#libs/people';

/** Puts a session's token into the cookie, in the place of whatever was there. */
export function giveSession(reply: FastifyReply, publicUrl: string, { token, expiresAt, viewer }: NewSession): Me {
  const { name, options } = sessionCookieFor(publicUrl);
  reply.setCookie(name, token, { ...options, expires: expiresAt });
  return describeMe(viewer);
}
