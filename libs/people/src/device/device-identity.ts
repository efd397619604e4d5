import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Clock, Config } from '#libs/platform';
import type { CurrentDevice } from './current-device.js';
import { deviceCookieFor } from './device-cookie.js';
import { DeviceRepository } from './device.repository.js';
import { hashDeviceToken } from './device-token.js';

const bearer = /^Bearer (dk_[\w-]{43})$/;

/** Which paired device sent a request, by its bearer token or, for a screen's browser, by its cookie. */
@Injectable()
export class DeviceIdentity {
  private readonly cookieName: string;

  constructor(
    private readonly devices: DeviceRepository,
    private readonly clock: Clock,
    config: Config,
  ) {
    this.cookieName = deviceCookieFor(config.publicUrl).name;
  }

  /** @returns undefined when there is no credential, or it is unknown or revoked */
  async of(request: FastifyRequest): Promise<CurrentDevice | undefined> {
    const token = bearer.exec(request.headers.authorization ?? '')?.[1] ?? request.cookies[this.cookieName];
    return token === undefined ? undefined : this.devices.findByToken(hashDeviceToken(token), this.clock.now());
  }
}
