import { Injectable, type CanActivate, type ExecutionContext, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { actAs, Config, Problem } from '#libs/platform';
import { accessKey, type AccessLevel, type IdentifiedRequest } from './access.js';
import { sessionCookieFor } from '../sign-in/session-cookie.js';
import { DeviceIdentity } from '../device/device-identity.js';
import { SignInService } from '../sign-in/sign-in.service.js';
import type { Viewer } from './viewer.js';

const nestRoutePath = 'path';

/** Identifies the caller and lets in whoever the route is for. */
@Injectable()
export class AccessGuard implements CanActivate, OnApplicationBootstrap {
  private readonly cookieName: string;

  constructor(
    private readonly reflector: Reflector,
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly signIn: SignInService,
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
    const token = request.cookies[this.cookieName];
    const viewer = token === undefined ? undefined : await this.signIn.viewerOf(token);
    if (viewer !== undefined) {
      request.viewer = viewer;
      actAs(viewer);
    }
    if (level === 'public') return true;
    if (viewer === undefined) throw new Problem('auth.required');
    const isAllowed = viewer.isSystemAdmin === true || mayUse(level, rolesWhere(request, viewer));
    if (!isAllowed) throw new Problem('auth.forbidden');
    return true;
  }

  private async admitDevice(request: IdentifiedRequest): Promise<true> {
    const device = await this.devices.of(request);
    if (device === undefined) throw new Problem('device.unknown');
    request.device = device;
    return true;
  }
}

type Roles = Viewer['roles'];

/** In the hub that the address names by its id or slug; in every hub when it names none. */
function rolesWhere(request: IdentifiedRequest, { roles }: Viewer): Roles {
  const { hub: named } = request.params as { hub?: string };
  return named === undefined ? roles : roles.filter(({ hub, hubId }) => hub === named || hubId === named);
}

function mayUse(level: AccessLevel, roles: Roles): boolean {
  if (level === 'system') return false;
  if (level === 'admin') return roles.some(({ role }) => role === 'admin');
  return level === 'staff' ? roles.length > 0 : true;
}

function isUndeclaredRoute(method: (() => unknown) | undefined): boolean {
  if (method === undefined) return false;
  return Reflect.hasMetadata(nestRoutePath, method) && !Reflect.hasMetadata(accessKey, method);
}
