import { Injectable } from '@nestjs/common';
import { isStaffOf, type Viewer } from '#libs/people';
import { Clock, type BrokenRule, type Transaction } from '#libs/platform';
import type { Reader } from '../calendar/allocation.repository.js';
import { announceBooking } from '../booking/booking-announcement.js';
import { decideWish, type DecisionFacts } from './booking-decision.js';
import { BookingFactsLoader } from './booking-facts.js';
import type { BookingOption } from './booking-option.js';
import type { BookingWish } from './booking-wish.js';
import { BookingRepository, type BookingDraft } from './booking.repository.js';
import { takeTurn, tryWithoutWaiting } from '../calendar/hub-gate.js';
import { PoolArranger, recordMoves, type Arrangement } from './pool-arranger.service.js';
import { firstState } from '../rules/approval.js';
import { firstStepAt } from '../rules/next-step.js';
import { withBuffers } from '../rules/policy.js';

/** Expected refusals are values: the transaction ends without an error, then the answer is worked out. */
export type BookingOutcome =
  | { readonly kind: 'booked'; readonly bookingId: string }
  | { readonly kind: 'refused'; readonly broken: readonly BrokenRule[] };

/** A booking that stands, and that nobody has been told about. */
interface Secured {
  readonly bookingId: string;
  readonly option: BookingOption;
  readonly draft: BookingDraft;
}

/** Why there is none. */
interface Unsecured {
  readonly broken: readonly BrokenRule[];
  /** Somebody is at the very slot at this moment; it may be free again when he is gone. */
  readonly gaveWay: boolean;
}

const overlap: BrokenRule = { code: 'booking.overlap', params: {} };

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
    return this.bookFree(tx, wish, viewer);
  }

  /** Books a unit of a pool by moving others, in a transaction of its own: the turn is taken before anything else. */
  async bookByMoving(tx: Transaction, wish: BookingWish, viewer: Viewer): Promise<BookingOutcome> {
    await this.bookings.lockPerson(tx, { accountId: viewer.accountId, category: wish.category });
    await takeTurn(tx, wish.place.hub.id);
    const result = await this.secure(tx, wish, { viewer });
    if ('broken' in result) return { kind: 'refused', broken: result.broken };
    announceBooking(tx, { ...result, wish, viewer });
    return { kind: 'booked', bookingId: result.bookingId };
  }

  /**
   * Books in whatever way there is, moving others included, and tells nobody. For whoever has the turn and has locked
   * the person.
   * @param by.until for an offer: when it ends
   */
  async secure(tx: Transaction, wish: BookingWish, by: { viewer: Viewer; until?: Date }): Promise<Secured | Unsecured> {
    const facts = await this.load(tx, wish, by.viewer);
    const { allowed, broken } = decideWish(wish, facts);
    const ways: Arrangement[] = allowed.map((option) => ({ option, moves: [] }));
    const moving = this.arranger.mayHelp(wish, broken) ? await this.arranger.find(tx, wish, facts) : undefined;
    if (moving !== undefined) ways.push(moving);
    for (const { option, moves } of ways) {
      const draft = this.draft(wish, option, by);
      const bookingId = await tryWithoutWaiting(tx, async () =>
        (await this.arranger.apply(tx, moves, draft.now)) ? this.bookings.insert(tx, draft, option) : undefined,
      );
      if (bookingId === undefined) continue;
      recordMoves(tx, moves, by.until === undefined ? by.viewer.accountId : null);
      return { bookingId, option, draft };
    }
    return ways.length === 0 ? { broken, gaveWay: false } : { broken: [overlap], gaveWay: true };
  }

  private async bookFree(tx: Transaction, wish: BookingWish, viewer: Viewer): Promise<BookingOutcome> {
    const facts = await this.load(tx, wish, viewer);
    const { allowed, broken } = decideWish(wish, facts);
    if (broken.length > 0) return { kind: 'refused', broken };
    for (const option of allowed) {
      const draft = this.draft(wish, option, { viewer });
      const bookingId = await this.bookings.insert(tx, draft, option);
      if (bookingId === undefined) continue;
      announceBooking(tx, { bookingId, wish, option, viewer, draft });
      return { kind: 'booked', bookingId };
    }
    return { kind: 'refused', broken: [overlap] };
  }

  private load(tx: Transaction, wish: BookingWish, viewer: Viewer): Promise<DecisionFacts> {
    return this.facts.load(tx, wish, { viewer, now: this.clock.now() });
  }

  private draft(wish: BookingWish, option: BookingOption, by: { viewer: Viewer; until?: Date }): BookingDraft {
    const { place, pool, category, time, purpose, hold } = wish;
    const { policy } = option;
    const now = this.clock.now();
    const status = firstState(time, policy, { isStaff: isStaffOf(by.viewer, place.hub.id), hold });
    const holdEnd = by.until ?? new Date(now.getTime() + policy.holdMinutes * 60_000);
    const expiresAt = hold ? holdEnd : null;
    return {
      hubId: place.hub.id,
      poolId: pool?.id ?? null,
      accountId: by.viewer.accountId,
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
