import { Injectable, type CanActivate, type ExecutionContext, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { actAs, Config, Problem } from '#libs/platform';
import { accessKey, type AccessLevel, type IdentifiedRequest } from './access.js';
import type { SignedIn, Viewer } from './viewer.js';
import { refuseAdmission } from '../rules/admission.js';
import { sessionCookieFor } from '../sign-in/session-cookie.js';
import { DeviceIdentity } from '../device/device-identity.js';
import { SessionsService } from '../sign-in/sessions.service.js';

const nestRoutePath = 'path';

/** What of a request says who asks, and where. */
type Knocking = Pick<FastifyRequest, 'cookies' | 'params'>;

/** Identifies the caller and lets in whoever the route is for. */
@Injectable()
export class AccessGuard implements CanActivate, OnApplicationBootstrap {
  private readonly cookieName: string;

  constructor(
    private readonly reflector: Reflector,
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly sessions: SessionsService,
    private readonly devices: DeviceIdentity,
    config: Config,
  ) {
    this.cookieName = sessionCookieFor(config.publicUrl).name;
  }

  /** @throws Error naming every route that does not say who may call it */
  onApplicationBootstrap(): void {
    const open = this.discovery.getControllers().flatMap(({ metatype, instance }) => {
      const prototype = Object.getPrototypeOf(instance) as Record<string, () => unknown>;
      return this.scanner
        .getAllMethodNames(prototype)
        .filter((name) => isUndeclaredRoute(prototype[name]))
        .map((name) => `${metatype?.name ?? ''}.${name}`);
    });
    if (open.length > 0) throw new Error(`routes without @Access: ${open.join(', ')}`);
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<IdentifiedRequest>();
    const level = this.reflector.get<AccessLevel>(accessKey, context.getHandler());
    if (level === 'device') return this.admitDevice(request);
    const viewer = await this.admit(request, level);
    if (viewer !== undefined) {
      request.viewer = viewer;
      actAs(viewer);
    }
    return true;
  }

  private async admitDevice(request: IdentifiedRequest): Promise<true> {
    const device = await this.devices.of(request);
    if (device === undefined) throw new Problem('device.unknown');
    request.device = device;
    return true;
  }

  /**
   * The one place that decides who comes in; pages that are no controllers ask it themselves.
   * @returns who asks; on public routes undefined for nobody and for whoever is still signing in
   * @throws Problem `auth.required`, `auth.second_factor_required` or `auth.forbidden`
   */
  async admit({ cookies, params }: Knocking, level: AccessLevel): Promise<SignedIn | undefined> {
    const token = cookies[this.cookieName];
    const viewer = token === undefined ? undefined : await this.sessions.viewerOf(token);
    const refusal = refuseAdmission(level, viewer && { ...viewer, roles: rolesWhere(params, viewer) });
    if (refusal !== undefined) throw new Problem(refusal);
    return level === 'public' && viewer?.standing === 'half_open' ? undefined : viewer;
  }
}

/** In the hub that the address names by its id or slug; in every hub when it names none. */
function rolesWhere(params: unknown, { roles }: Viewer): Viewer['roles'] {
  const { hub: named } = params as { hub?: string };
  return named === undefined ? roles : roles.filter(({ hub, hubId }) => hub === named || hubId === named);
}

function isUndeclaredRoute(method: (() => unknown) | undefined): boolean {
  if (method === undefined) return false;
  return Reflect.hasMetadata(nestRoutePath, method) && !Reflect.hasMetadata(accessKey, method);
}
