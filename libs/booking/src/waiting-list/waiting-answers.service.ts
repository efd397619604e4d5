import { Injectable } from '@nestjs/common';
import { Clock, Database, Problem } from '#libs/platform';
import type { Asking } from '../booking/asking.js';
import { BookingApproval } from '../life/booking-approval.service.js';
import { BookingTransitions } from '../life/booking-transitions.service.js';
import { WaitingEntryRepository, type WaitingRow } from './waiting-entry.repository.js';
import { waitingState } from './waiting-entry-view.js';

/** What people answer to offers. */
@Injectable()
export class WaitingAnswers {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly entries: WaitingEntryRepository,
    private readonly approval: BookingApproval,
    private readonly transitions: BookingTransitions,
  ) {}

  /**
   * Takes an offer.
   * @returns the booking's id
   * @throws Problem `waiting.wrong_state` when there is no offer, or it has lapsed; `not_found`
   */
  async accept(entryId: string, asking: Asking): Promise<string> {
    const { booking } = await this.find(entryId, asking);
    if (booking === null) throw new Problem('waiting.wrong_state');
    await orWrongState(this.approval.confirm({ bookingId: booking.id, asking }));
    return booking.id;
  }

  /**
   * Leaves the line; an offer passes to the next at once.
   * @throws Problem `waiting.wrong_state` when the offer was taken, has lapsed, or the person has left already
   */
  async leave(entryId: string, asking: Asking): Promise<void> {
    const { accountId } = asking.viewer;
    const isGone = await this.database.transaction(async (tx) => {
      const row = await this.entries.findOwn(entryId, { accountId, now: this.clock.now() }, tx);
      if (row === undefined) throw new Problem('not_found');
      const isGone = await this.entries.leave(tx, entryId, this.clock.now());
      if (isGone)
        tx.record({ accountId, action: 'waiting-list.leave', subjectType: 'waiting_entry', subjectId: entryId });
      return isGone;
    });
    if (!isGone) await this.decline(await this.find(entryId, asking), asking);
  }

  private async decline(entry: WaitingRow, asking: Asking): Promise<void> {
    const { booking } = entry;
    if (booking === null || waitingState(entry, this.clock.now()) !== 'offered')
      throw new Problem('waiting.wrong_state');
    const request = { bookingId: booking.id, asking };
    const record = { accountId: asking.viewer.accountId, action: 'booking.decline-offer' as const };
    const declined = this.transitions.perform(request, ['held'], async (transition) => {
      await this.entries.leaveOffer(transition.tx, entry.id, transition.now);
      await this.transitions.end(transition, { status: 'cancelled', expiresAt: null }, record);
    });
    await orWrongState(declined);
  }

  private async find(entryId: string, { viewer }: Asking): Promise<WaitingRow> {
    const row = await this.entries.findOwn(entryId, { accountId: viewer.accountId, now: this.clock.now() });
    if (row === undefined) throw new Problem('not_found');
    return row;
  }
}

/** The offer's booking has moved on: for the person, the offer is no longer there. */
async function orWrongState(work: Promise<void>): Promise<void> {
  try {
    await work;
  } catch (error) {
    const isPast = error instanceof Problem && error.code === 'booking.wrong_state';
    throw isPast ? new Problem('waiting.wrong_state', { cause: error }) : error;
  }
}
