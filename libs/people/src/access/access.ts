import { applyDecorators, createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import { ApiCookieAuth, ApiExtension } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Locale } from '#libs/contracts';
import { clientOf, negotiateLocale } from '#libs/platform';
import type { CurrentDevice } from '../device/current-device.js';
import type { SignedIn } from './viewer.js';

/**
 * What a route asks of its caller: `public` nothing, `signing_in` a session, be it half open, `resident` one with all
 * factors shown, `staff` a role in a hub, `admin` that of its administrator. Where the address names the hub
 * (`/hubs/{hub}/…`), it is in that one; where it names a thing, the guard lets in the staff of any hub, and the service
 * says whose thing it is. `system` asks for the right to every hub,
 * which is let in everywhere else, too. `device` asks for the credential of a paired device, which opens nothing else.
 */
export const accessLevels = ['public', 'signing_in', 'resident', 'staff', 'admin', 'system', 'device'] as const;
export type AccessLevel = (typeof accessLevels)[number];

export const accessKey = 'digikeskus:access';

/** Declares what a route needs, to the guard and in the OpenAPI document; a route that declares nothing does not boot. */
export const Access = (level: AccessLevel): MethodDecorator =>
  applyDecorators(
    SetMetadata(accessKey, level),
    ApiExtension('x-access', level),
    ...(level === 'public' ? [] : [ApiCookieAuth()]),
  );

/** A request after the guard has looked at its cookie. */
export interface IdentifiedRequest extends FastifyRequest {
  viewer?: SignedIn;
  device?: CurrentDevice;
}

/** The signed-in person; undefined on a public route without a session, or with one that is half open. */
export const CurrentViewer = createParamDecorator(
  (_data: unknown, context: ExecutionContext): SignedIn | undefined =>
    context.switchToHttp().getRequest<IdentifiedRequest>().viewer,
);

/** The paired device, on a route for devices. */
export const AskingDevice = createParamDecorator(
  (_data: unknown, context: ExecutionContext): CurrentDevice | undefined =>
    context.switchToHttp().getRequest<IdentifiedRequest>().device,
);

/** The language the caller wants the answer in. */
export const RequestLocale = createParamDecorator((_data: unknown, context: ExecutionContext): Locale =>
  negotiateLocale(context.switchToHttp().getRequest<FastifyRequest>().headers['accept-language']),
);

/** What counts as one client when requests of people without an account are counted. */
export const CurrentClient = createParamDecorator((_data: unknown, context: ExecutionContext): string =>
  clientOf(context.switchToHttp().getRequest<FastifyRequest>().ip),
);
