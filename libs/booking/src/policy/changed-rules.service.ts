import { Injectable } from '@nestjs/common';
import type { Locale, RuledOutBooking } from '#libs/contracts';
import type { Transaction } from '#libs/platform';
import type { Place } from '../hub/place.js';
import { FreedSlots } from '../waiting-list/freed-slots.service.js';
import { RuledOutBookings } from './ruled-out-bookings.service.js';

/** What follows when an administrator has changed the rules or the hours of a hub. */
@Injectable()
export class ChangedRules {
  constructor(
    private readonly ruledOut: RuledOutBookings,
    private readonly freedSlots: FreedSlots,
  ) {}

  /**
   * What `settle` would answer, for a change that is only rehearsed.
   * @returns the coming bookings that nobody could make any more, in order of start
   */
  foresee(tx: Transaction, change: { before: Place; after: Place }, locale: Locale): Promise<RuledOutBooking[]> {
    return this.ruledOut.find(tx, change, locale);
  }

  /**
   * Offers what has become bookable to those who wait for it. The last thing that the change does.
   * @param change the hub as it was and as it is now
   * @returns the coming bookings that nobody could make any more, in order of start
   */
  async settle(tx: Transaction, change: { before: Place; after: Place }, locale: Locale): Promise<RuledOutBooking[]> {
    const noLongerAllowed = await this.ruledOut.find(tx, change, locale);
    await this.freedSlots.offerAny(tx, change.after.hub.id);
    return noLongerAllowed;
  }
}
