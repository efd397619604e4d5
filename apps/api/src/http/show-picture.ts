import type { FastifyReply } from 'fastify';
import type { PictureType } from '#libs/contracts';

/** A picture in the description of the API. */
export const binary = { schema: { type: 'string', format: 'binary' } } as const;

/** A picture that came from outside: whatever a browser might take it for, it shows and runs nothing else. */
export function showPicture(reply: FastifyReply, type: PictureType): FastifyReply {
  return reply
    .type(type)
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', "default-src 'none'; sandbox");
}
