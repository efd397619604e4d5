import { Injectable } from '@nestjs/common';
import { DiscoveryService, Reflector } from '@nestjs/core';
import { personalDataHolder, type PersonalDataHolder } from '#libs/platform';

/** Every library's answer for the personal data it keeps. Nobody else knows whose tables hold what. */
@Injectable()
export class PersonalDataRegistry {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly reflector: Reflector,
  ) {}

  /** @returns in the order of their names, so that erasures that meet take their locks alike */
  holders(): PersonalDataHolder[] {
    return this.discovery
      .getProviders()
      .filter(({ metatype, instance }) => isHolder(this.reflector, metatype) && typeof instance === 'object')
      .toSorted((a, b) => (String(a.name) < String(b.name) ? -1 : 1))
      .map(({ instance }) => instance as PersonalDataHolder);
  }
}

function isHolder(reflector: Reflector, metatype: unknown): boolean {
  return typeof metatype === 'function' && Boolean(reflector.get<true | undefined>(personalDataHolder, metatype));
}
