import { Injectable } from '@nestjs/common';
import type { KioskCheckedIn, Locale } from '#libs/contracts';
import { KioskCheckIn } from '#libs/booking';
import type { CurrentDevice } from '#libs/people';
import { Problem, RateLimiter } from '#libs/platform';

/** Somebody who stands at a screen of a hub. */
export interface AtKiosk {
  /** Id or slug, as the address names it. */
  readonly hub: string;
  readonly device: CurrentDevice;
  readonly locale: Locale;
}

/** Lets people check in at a screen, and a screen guess only so often. */
@Injectable()
export class KioskAdmission {
  constructor(
    private readonly kiosks: KioskCheckIn,
    private readonly limiter: RateLimiter,
  ) {}

  /**
   * @throws Problem `auth.forbidden` unless a screen of this hub asks, `rate_limited` after wrong codes,
   *   `booking.check_in_code_unknown`; as `KioskCheckIn.checkIn`
   */
  async checkIn(code: string, { hub, device, locale }: AtKiosk): Promise<KioskCheckedIn> {
    const isHere = device.hub === hub || device.hubId === hub;
    if (device.kind !== 'kiosk' || !isHere) throw new Problem('auth.forbidden');
    // Counted before it is looked at, so that many at once guess no oftener; a right code is given back.
    await this.limiter.spend('checkInCode', device.id);
    const booking = await this.kiosks.find(device.hubId, code);
    await this.limiter.giveBack('checkInCode', device.id);
    return this.kiosks.checkIn(booking, { kiosk: device.name, locale });
  }
}
