import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { ChangeRequest } from '#libs/booking';
import type { Viewer } from '#libs/people';
import { negotiateLocale } from '#libs/platform';
import { readIfMatch } from './entity-tag.js';

/** Who wants to change something, in which language, and what it must still be. */
export type ChangeTerms = Omit<ChangeRequest, 'bookingId'>;

/** Reads the terms of a change; for routes that somebody signed in calls. */
export const Terms = createParamDecorator((_data: unknown, context: ExecutionContext): ChangeTerms => {
  const { viewer, headers } = context.switchToHttp().getRequest<FastifyRequest & { viewer: Viewer }>();
  const ifMatch = headers['if-match'];
  return {
    asking: { viewer, locale: negotiateLocale(headers['accept-language']) },
    ifMatch: ifMatch === undefined ? undefined : readIfMatch(ifMatch),
  };
});
