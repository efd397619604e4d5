import { Injectable } from '@nestjs/common';
import { isStaffOf } from '#libs/people';
import { Problem } from '#libs/platform';
import { askApproval, letterOf, writeLetter } from '../booking/booking-announcement.js';
import { BookingTransitions, type ChangeRequest } from './booking-transitions.service.js';
import { firstState } from '../rules/approval.js';
import { timeOf } from '../booking/standing-booking.repository.js';

/** From a kept time to a booking that stands. */
@Injectable()
export class BookingApproval {
  constructor(private readonly transitions: BookingTransitions) {}

  /**
   * Confirms a hold or an offer, which then waits for approval when the policy asks for it.
   * @throws Problem `booking.wrong_state` when it has expired or is no hold; as `BookingTransitions.perform`
   */
  async confirm(request: ChangeRequest): Promise<void> {
    const { viewer } = request.asking;
    await this.transitions.perform(request, ['held'], async (transition) => {
      const { tx, booking, place, policy, now } = transition;
      if (booking.expiresAt !== null && booking.expiresAt <= now) throw new Problem('booking.wrong_state');
      const making = { isStaff: isStaffOf(viewer, place.hub.id), hold: false };
      const status = firstState(timeOf(booking), policy, making);
      const record = { accountId: viewer.accountId, action: 'booking.confirm' as const };
      const after = await this.transitions.change(transition, { status, expiresAt: null, remindedAt: now }, record);
      if (status === 'pending') askApproval(tx, { hubId: place.hub.id, askedBy: viewer.accountId });
      writeLetter(tx, status === 'pending' ? 'bookingPending' : 'bookingConfirmed', letterOf(after));
    });
  }

  /** @throws Problem `auth.forbidden` to anybody but the hub's staff; as `BookingTransitions.perform` */
  async approve(request: ChangeRequest): Promise<void> {
    const { viewer } = request.asking;
    await this.transitions.perform(request, ['pending'], async (transition) => {
      const { tx, place, booking, now } = transition;
      if (!isStaffOf(viewer, place.hub.id)) throw new Problem('auth.forbidden');
      if (booking.startsAt <= now) throw new Problem('booking.wrong_state');
      const record = { accountId: viewer.accountId, action: 'booking.approve' as const };
      const after = await this.transitions.change(transition, { status: 'confirmed', remindedAt: now }, record);
      writeLetter(tx, 'bookingConfirmed', letterOf(after));
    });
  }

  /**
   * @param reason is told to the person
   * @throws Problem `auth.forbidden` to anybody but the hub's staff; as `BookingTransitions.perform`
   */
  async decline(request: ChangeRequest, reason: string): Promise<void> {
    const { viewer } = request.asking;
    await this.transitions.perform(request, ['pending'], async (transition) => {
      if (!isStaffOf(viewer, transition.place.hub.id)) throw new Problem('auth.forbidden');
      const record = { accountId: viewer.accountId, action: 'booking.decline' as const };
      const after = await this.transitions.end(transition, { status: 'declined', declineReason: reason }, record);
      writeLetter(transition.tx, 'bookingDeclined', letterOf(after), { reason });
    });
  }
}
