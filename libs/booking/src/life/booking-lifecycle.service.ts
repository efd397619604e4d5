import { Injectable } from '@nestjs/common';
import type { JobPayload } from '#libs/contracts';
import { HandlesJob } from '#libs/platform';
import { letterOf, writeLetter } from '../booking/booking-announcement.js';
import { armStep } from './arm-step.js';
import { BookingTransitions, type Transition } from './booking-transitions.service.js';
import { nextStep } from '../rules/next-step.js';
import { StandingBookingRepository } from '../booking/standing-booking.repository.js';

/**
 * Moves bookings on as time passes. A job only says which booking to look at: what is due is worked out under the
 * booking's lock, so a job that comes twice, late or early does no harm.
 */
@Injectable()
export class BookingLifecycle {
  constructor(
    private readonly transitions: BookingTransitions,
    private readonly standing: StandingBookingRepository,
  ) {}

  /** Takes the step that is due, and notes when somebody has to look again. */
  @HandlesJob('booking.advance')
  async advance({ bookingId }: JobPayload<'booking.advance'>): Promise<void> {
    await this.transitions.open(bookingId, async (transition) => {
      const { booking, policy, now } = transition;
      const step = nextStep(booking, policy, now);
      const isDue = step !== undefined && step.at <= now.getTime();
      if (isDue && step.kind !== 'remind') return this.finish(transition, step.kind);
      if (isDue && booking.reminders) writeLetter(transition.tx, 'bookingReminder', letterOf(booking));
      await this.lookAgain(transition, isDue ? now : booking.remindedAt);
    });
  }

  private async lookAgain({ tx, booking, policy, now }: Transition, remindedAt: Date): Promise<void> {
    const step = nextStep({ ...booking, remindedAt }, policy, now);
    const nextStepAt = step === undefined ? null : new Date(step.at);
    await this.standing.noteStep(tx, booking.id, { remindedAt, nextStepAt });
    armStep(tx, { bookingId: booking.id, at: nextStepAt, now });
  }

  private async finish(transition: Transition, kind: 'expire' | 'release' | 'complete'): Promise<void> {
    const { tx, booking } = transition;
    const record = { accountId: null, action: `booking.${kind}` as const };
    if (kind === 'complete') {
      await this.transitions.change(transition, { status: 'completed' }, record);
    } else if (kind === 'release') {
      const after = await this.transitions.end(transition, { status: 'no_show' }, record);
      writeLetter(tx, 'bookingNoShow', letterOf(after));
    } else {
      const after = await this.transitions.end(transition, { status: 'expired' }, record);
      if (booking.status === 'pending') writeLetter(tx, 'bookingLapsed', letterOf(after));
    }
  }
}
