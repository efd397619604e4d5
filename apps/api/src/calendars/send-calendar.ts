import { createHash } from 'node:crypto';
import type { FastifyReply } from 'fastify';

/**
 * Answers with a calendar, or says that the one the program has is still the newest.
 * @param how.known the program's `If-None-Match`
 */
export async function sendCalendar(
  reply: FastifyReply,
  text: string,
  how: { known: string | undefined; cacheControl: string },
): Promise<void> {
  const etag = `"${createHash('sha256').update(text).digest('base64url')}"`;
  void reply.header('etag', etag).header('cache-control', how.cacheControl);
  const isKnown = how.known?.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag) ?? false;
  if (isKnown) await reply.status(304).send();
  else await reply.type('text/calendar; charset=utf-8').send(text);
}
