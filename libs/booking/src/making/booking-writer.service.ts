import { Injectable } from '@nestjs/common';
import type { Viewer } from '#libs/people';
import { Clock, type BrokenRule, type Transaction } from '#libs/platform';
import type { Reader } from '../calendar/allocation.repository.js';
import { announceBooking } from '../booking/booking-announcement.js';
import { decideWish, type DecisionFacts } from './booking-decision.js';
import { draftOf, type BookingDraft } from './booking-draft.js';
import { BookingFactsLoader } from './booking-facts.js';
import type { BookingOption } from './booking-option.js';
import type { BookingWish } from './booking-wish.js';
import { BookingRepository } from './booking.repository.js';
import { takeTurn, tryWithoutWaiting } from '../calendar/hub-gate.js';
import { overlap, type BookingOutcome, type MadeBooking } from './made-booking.js';
import { PoolArranger, recordMoves, type Arrangement } from './pool-arranger.service.js';

/** A booking that stands, and that nobody has been told about. */
export interface Secured {
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
    if ('broken' in result) return { kind: 'refused', wish, broken: result.broken };
    return booked(tx, { ...result, wish, viewer });
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
      const draft = draftOf(wish, option, { ...by, now: this.clock.now() });
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
    if (broken.length > 0) return { kind: 'refused', wish, broken };
    for (const option of allowed) {
      const draft = draftOf(wish, option, { viewer, now: this.clock.now() });
      const bookingId = await this.bookings.insert(tx, draft, option);
      if (bookingId === undefined) continue;
      return booked(tx, { bookingId, wish, option, viewer, draft });
    }
    return { kind: 'refused', wish, broken: [overlap] };
  }

  private load(tx: Transaction, wish: BookingWish, viewer: Viewer): Promise<DecisionFacts> {
    return this.facts.load(tx, wish, { viewer, now: this.clock.now() });
  }
}

/** The outcome of a booking that was just written, with everything that follows from it. */
export function booked(tx: Transaction, booking: MadeBooking): BookingOutcome {
  announceBooking(tx, booking);
  return { kind: 'booked', booking };
}
