import type { FastifyInstance } from 'fastify';
import { largestPictureBytes, pictureTypes } from '#libs/contracts';

/** Bodies that are pictures, whole and in memory; a browser sends such a body to no other site unasked. */
export function acceptPictures(fastify: FastifyInstance): void {
  const options = { parseAs: 'buffer', bodyLimit: largestPictureBytes } as const;
  fastify.addContentTypeParser([...pictureTypes], options, (_request, body, done) => done(null, body));
}
