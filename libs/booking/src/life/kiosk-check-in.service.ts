import { Injectable } from '@nestjs/common';
import type { KioskCheckedIn, Locale } from '#libs/contracts';
import { checkInCode, Clock, KeyedHash, Problem } from '#libs/platform';
import { localise } from '../hub/localised-text.js';
import { titleOf } from '../making/booking-wish.js';
import { BookingAttendance } from './booking-attendance.service.js';
import { ExpectedBookingRepository, type ExpectedBooking } from './expected-booking.repository.js';

/** Codes of bookings that begin later than this are not looked at: the fewer, the less likely a chance hit. */
const aheadMs = 24 * 60 * 60_000;

/** Checks people in by their booking's code, without asking who they are. */
@Injectable()
export class KioskCheckIn {
  constructor(
    private readonly expected: ExpectedBookingRepository,
    private readonly attendance: BookingAttendance,
    private readonly keyedHash: KeyedHash,
    private readonly clock: Clock,
  ) {}

  /**
   * The booking with this code, among those that the hub expects until this time tomorrow.
   * @throws Problem `booking.check_in_code_unknown`; also when two have the same code, since nobody can say whose it is
   */
  async find(hubId: string, code: string): Promise<ExpectedBooking> {
    const now = this.clock.now();
    const expected = await this.expected.find(hubId, { now, to: new Date(now.getTime() + aheadMs) });
    const [booking, another] = expected.filter(({ id }) => checkInCode(this.keyedHash, id) === code);
    if (booking === undefined || another !== undefined) throw new Problem('booking.check_in_code_unknown');
    return booking;
  }

  /**
   * @param at.kiosk the screen's name, for the record
   * @throws Problem as `BookingAttendance.checkInAtKiosk`
   */
  async checkIn(booking: ExpectedBooking, at: { kiosk: string; locale: Locale }): Promise<KioskCheckedIn> {
    await this.attendance.checkInAtKiosk(booking.id, at.kiosk);
    const { poolName, resources, endsAt } = booking;
    return {
      title: titleOf(poolName === null ? null : { name: poolName }, resources, at.locale),
      resources: resources.map(({ name }) => localise(name, at.locale)),
      endsAt: endsAt.toISOString(),
    };
  }
}
