import { Injectable } from '@nestjs/common';
import { isStaffOf, type Viewer } from '#libs/people';
import { Clock, type BrokenRule, type Transaction } from '#libs/platform';
import type { Reader } from './allocation.repository.js';
import { announceBooking } from './booking-announcement.js';
import { decideWish, type DecisionFacts } from './booking-decision.js';
import { BookingFactsLoader } from './booking-facts.js';
import type { BookingOption } from './booking-option.js';
import type { BookingWish } from './booking-wish.js';
import { BookingRepository, type BookingDraft } from './booking.repository.js';
import { enterGate, takeTurn, tryWithoutWaiting } from './hub-gate.js';
import { PoolArranger, recordMoves } from './pool-arranger.service.js';
import { firstState } from './rules/approval.js';
import { firstStepAt } from './rules/next-step.js';
import { withBuffers } from './rules/policy.js';

/** Expected refusals are values: the transaction ends without an error, then the answer is worked out. */
export type BookingOutcome =
  | { readonly kind: 'booked'; readonly bookingId: string }
  | { readonly kind: 'refused'; readonly broken: readonly BrokenRule[] };

const taken: BookingOutcome = { kind: 'refused', broken: [{ code: 'booking.overlap', params: {} }] };

/** Decides on wishes and writes the bookings. */
@Injectable()
export class BookingWriter {
  constructor(
    private readonly clock: Clock,
    private readonly bookings: BookingRepository,
    private readonly facts: BookingFactsLoader,
    private readonly arranger: PoolArranger,
  ) {}

  /** Every rule that stands in the way, also when others in the pool could change units; writes nothing. */
  async brokenRules(reader: Reader, wish: BookingWish, viewer: Viewer): Promise<readonly BrokenRule[]> {
    const facts = await this.facts.load(reader, wish, { viewer, now: this.clock.now() });
    const { broken } = decideWish(wish, facts);
    if (!this.arranger.mayHelp(wish, broken)) return broken;
    return (await this.arranger.find(reader, wish, facts)) === undefined ? broken : [];
  }

  /** Books what is free as things stand. */
  async book(tx: Transaction, wish: BookingWish, viewer: Viewer): Promise<BookingOutcome> {
    await this.bookings.lockPerson(tx, { accountId: viewer.accountId, category: wish.category });
    return this.bookFree(tx, wish, { viewer, facts: await this.load(tx, wish, viewer) });
  }

  /** Books a unit of a pool by moving others, in a transaction of its own: the turn is taken before anything else. */
  async bookByMoving(tx: Transaction, wish: BookingWish, viewer: Viewer): Promise<BookingOutcome> {
    await this.bookings.lockPerson(tx, { accountId: viewer.accountId, category: wish.category });
    await enterGate(tx, wish.place.hub.id);
    await takeTurn(tx, wish.place.hub.id);
    const facts = await this.load(tx, wish, viewer);
    const outcome = await this.bookFree(tx, wish, { viewer, facts });
    if (outcome.kind === 'booked' || !this.arranger.mayHelp(wish, outcome.broken)) return outcome;
    const { option, moves } = (await this.arranger.find(tx, wish, facts)) ?? {};
    if (option === undefined || moves === undefined) return outcome;
    const draft = this.draft(wish, option, viewer);
    const bookingId = await tryWithoutWaiting(tx, async () =>
      (await this.arranger.apply(tx, moves, draft.now)) ? this.bookings.insert(tx, draft, option) : undefined,
    );
    if (bookingId === undefined) return outcome;
    recordMoves(tx, moves, viewer.accountId);
    announceBooking(tx, { bookingId, wish, option, viewer, draft });
    return { kind: 'booked', bookingId };
  }

  private async bookFree(
    tx: Transaction,
    wish: BookingWish,
    { viewer, facts }: { viewer: Viewer; facts: DecisionFacts },
  ): Promise<BookingOutcome> {
    const { allowed, broken } = decideWish(wish, facts);
    if (broken.length > 0) return { kind: 'refused', broken };
    for (const option of allowed) {
      const draft = this.draft(wish, option, viewer);
      const bookingId = await this.bookings.insert(tx, draft, option);
      if (bookingId === undefined) continue;
      announceBooking(tx, { bookingId, wish, option, viewer, draft });
      return { kind: 'booked', bookingId };
    }
    return taken;
  }

  private load(tx: Transaction, wish: BookingWish, viewer: Viewer): Promise<DecisionFacts> {
    return this.facts.load(tx, wish, { viewer, now: this.clock.now() });
  }

  private draft(wish: BookingWish, option: BookingOption, viewer: Viewer): BookingDraft {
    const { place, pool, category, time, purpose, hold } = wish;
    const { policy } = option;
    const now = this.clock.now();
    const status = firstState(time, policy, { isStaff: isStaffOf(viewer, place.hub.id), hold });
    const expiresAt = hold ? new Date(now.getTime() + policy.holdMinutes * 60_000) : null;
    return {
      hubId: place.hub.id,
      poolId: pool?.id ?? null,
      accountId: viewer.accountId,
      category,
      time,
      occupied: withBuffers(time, policy),
      purpose,
      status,
      expiresAt,
      nextStepAt: firstStepAt({ status, time, expiresAt }, policy, now),
      now,
    };
  }
}
