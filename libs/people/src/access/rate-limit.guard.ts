import { Injectable, SetMetadata, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { clientOf, RateLimiter, rateLimits, type RateLimit, type RateLimitName } from '#libs/platform';
import type { IdentifiedRequest } from './access.js';

const rateLimitKey = 'digikeskus:rate-limit';

/** Declares how often one caller may ask for this; several limits hold all at once. */
export const RateLimited = (...names: RateLimitName[]): MethodDecorator => SetMetadata(rateLimitKey, names);

/** Counts requests to the routes that are limited; comes after the guard that knows who is asking. */
@Injectable()
export class RateLimitGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly limiter: RateLimiter,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const names = this.reflector.get<RateLimitName[] | undefined>(rateLimitKey, context.getHandler()) ?? [];
    const request = context.switchToHttp().getRequest<IdentifiedRequest>();
    for (const name of names) await this.limiter.spend(name, callerOf(request, rateLimits[name].per));
    return true;
  }
}

function callerOf(request: IdentifiedRequest, per: RateLimit['per']): string {
  const client = clientOf(request.ip);
  if (per === 'client') return client;
  if (per === 'person') return request.viewer?.accountId ?? client;
  if (per === 'device') return request.device?.id ?? client;
  // What is no text is refused by the route itself.
  const secret = per === 'token' ? tokenIn(request) : guardianIn(request);
  return typeof secret === 'string' ? secret : client;
}

function tokenIn({ query, params }: IdentifiedRequest): unknown {
  return (query as { token?: unknown }).token ?? (params as { token?: unknown }).token;
}

/** The guard comes before the body is parsed, so that the address is as it was sent. */
function guardianIn({ body }: IdentifiedRequest): unknown {
  const { guardianEmail } = (body ?? {}) as { guardianEmail?: unknown };
  return typeof guardianEmail === 'string' ? guardianEmail.toLowerCase() : undefined;
}
