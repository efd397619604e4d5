import { Injectable, SetMetadata, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { clientOf, RateLimiter, rateLimits, type RateLimitName } from '#libs/platform';
import type { IdentifiedRequest } from './access.js';

const rateLimitKey = 'digikeskus:rate-limit';

/** Declares how often one caller may ask for this. */
export const RateLimited = (name: RateLimitName): MethodDecorator => SetMetadata(rateLimitKey, name);

/** Counts requests to the routes that are limited; comes after the guard that knows who is asking. */
@Injectable()
export class RateLimitGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly limiter: RateLimiter,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const name = this.reflector.get<RateLimitName | undefined>(rateLimitKey, context.getHandler());
    if (name === undefined) return true;
    const request = context.switchToHttp().getRequest<IdentifiedRequest>();
    await this.limiter.spend(name, callerOf(request, rateLimits[name].per));
    return true;
  }
}

function callerOf(request: IdentifiedRequest, per: 'client' | 'person' | 'token'): string {
  const client = clientOf(request.ip);
  if (per === 'person') return request.viewer?.accountId ?? client;
  if (per === 'client') return client;
  const { token } = request.query as { token?: unknown };
  return typeof token === 'string' ? token : client;
}
