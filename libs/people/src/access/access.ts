import { createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Locale } from '#libs/contracts';
import { negotiateLocale } from '#libs/platform';
import type { Viewer } from './viewer.js';

/**
 * What a route asks of its caller: `public` nothing, `resident` a session, `staff` a role in some hub, `admin`
 * that of its administrator. Whether it is the right hub is for the service to say, which knows whose thing it is.
 */
export const accessLevels = ['public', 'resident', 'staff', 'admin'] as const;
export type AccessLevel = (typeof accessLevels)[number];

export const accessKey = 'digikeskus:access';

/** Declares what a route needs; a route that declares nothing does not boot. */
export const Access = (level: AccessLevel): MethodDecorator => SetMetadata(accessKey, level);

/** A request after the guard has looked at its cookie. */
export interface IdentifiedRequest extends FastifyRequest {
  viewer?: Viewer;
}

/** The signed-in person; undefined on a public route without a session. */
export const CurrentViewer = createParamDecorator(
  (_data: unknown, context: ExecutionContext): Viewer | undefined =>
    context.switchToHttp().getRequest<IdentifiedRequest>().viewer,
);

/** The language the caller wants the answer in. */
export const RequestLocale = createParamDecorator((_data: unknown, context: ExecutionContext): Locale =>
  negotiateLocale(context.switchToHttp().getRequest<FastifyRequest>().headers['accept-language']),
);
