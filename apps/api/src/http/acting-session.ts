import type { FastifyReply, FastifyRequest } from 'fastify';
import { withActor } from '#libs/platform';

/** The body has been read by now: what waits for the rest of it would not come back inside. */
export function actWithinRequest(_request: FastifyRequest, _reply: FastifyReply, done: () => void): void {
  withActor(done);
}
