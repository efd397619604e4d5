import { Injectable } from '@nestjs/common';
import { Problem } from '#libs/platform';
import {
  BookingTransitions,
  type ChangeRequest,
  type Transition,
  type TransitionRecord,
} from './booking-transitions.service.js';
import { InductionRepository } from '../induction/induction.repository.js';
import { withBuffers } from '../rules/policy.js';
import { zoneOffsets } from '../rules/zone-time.js';
import { StandingBookingRepository } from '../booking/standing-booking.repository.js';

/** People come and go. */
@Injectable()
export class BookingAttendance {
  constructor(
    private readonly transitions: BookingTransitions,
    private readonly standing: StandingBookingRepository,
    private readonly inductions: InductionRepository,
  ) {}

  /**
   * Says that the person is there. Whoever comes late is welcome as long as the time has not been let go.
   * @throws Problem `booking.refused` with `booking.check_in_too_early`, `booking.wrong_state` when it is over or was
   *   released; as `BookingTransitions.perform`
   */
  async checkIn(request: ChangeRequest): Promise<void> {
    const record = { accountId: request.asking.viewer.accountId, action: 'booking.check-in' as const };
    await this.transitions.perform(request, ['confirmed'], (transition) => this.admit(transition, record));
  }

  /**
   * The same for whoever showed the booking's code at a screen of the hub.
   * @throws Problem as `checkIn`, but `booking.already_checked_in` when somebody is there already
   */
  async checkInAtKiosk(bookingId: string, kiosk: string): Promise<void> {
    const record = { accountId: null, action: 'booking.check-in-at-kiosk' as const, details: { kiosk } };
    await this.transitions.open(bookingId, async (transition) => {
      const { status } = transition.booking;
      if (status === 'in_use') throw new Problem('booking.already_checked_in');
      if (status !== 'confirmed') throw new Problem('booking.wrong_state');
      await this.admit(transition, record);
    });
  }

  /**
   * Ends a booking that is in use; the rest of its time is free at once, save what cleaning takes.
   * @throws Problem as `BookingTransitions.perform`
   */
  async checkOut(request: ChangeRequest): Promise<void> {
    await this.transitions.perform(request, ['in_use'], async (transition) => {
      const { tx, booking, policy, now } = transition;
      const isEarly = now < booking.endsAt;
      // Who leaves before the start has used nothing; the booking keeps its time and only lets go of it.
      const change = { status: 'completed' as const, ...(isEarly && now > booking.startsAt && { endsAt: now }) };
      const record = { accountId: request.asking.viewer.accountId, action: 'booking.check-out' as const };
      await this.transitions.change(transition, change, record);
      if (!isEarly) return;
      await this.standing.cutShort(tx, booking, now);
      const { end } = withBuffers({ start: 0, end: now.getTime() }, policy);
      await this.transitions.offer(transition, { start: 0, end });
    });
  }

  /** The one rule about coming, whichever way somebody comes. */
  private async admit(transition: Transition, record: TransitionRecord): Promise<void> {
    const { booking, policy, now } = transition;
    if (booking.endsAt <= now) throw new Problem('booking.wrong_state');
    const { checkInOpensMinutes } = policy;
    const opensAt = booking.startsAt.getTime() - checkInOpensMinutes * 60_000;
    if (now.getTime() < opensAt) {
      const wallOpensAt = opensAt + zoneOffsets(booking.timeZone)(opensAt);
      const params = { checkInOpensMinutes, opensAt: wallOpensAt };
      throw new Problem('booking.refused', { reasons: [{ code: 'booking.check_in_too_early', params }] });
    }
    await this.transitions.change(transition, { status: 'in_use', checkedInAt: now }, record);
    await this.useInductions(transition);
  }

  /** An induction lapses when nobody uses it; coming is using it, booking is not. */
  private async useInductions({ tx, booking, place, now }: Transition): Promise<void> {
    const targets = booking.occupied.filter(({ isTarget }) => isTarget);
    const kinds = targets.flatMap(({ resourceId }) => {
      const resource = place.findResource(resourceId);
      return (resource && place.policyOf(resource).inductionKind) ?? [];
    });
    if (kinds.length === 0) return;
    const { accountId, hubId, startsAt } = booking;
    await this.inductions.use(tx, { accountId, hubId, kinds, startsAt, now });
  }
}
