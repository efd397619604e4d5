import { Injectable } from '@nestjs/common';
import { Database, findEarlierResult, rememberResult, type Transaction } from '#libs/platform';
import { PlaceRepository } from '../hub/place.repository.js';
import { BookingTogether, type BookingRequest } from './booking-together.service.js';
import { readWish } from './booking-wish.js';
import { BookingWriter } from './booking-writer.service.js';
import type { BookingOutcome } from './made-booking.js';
import { PoolArranger } from './pool-arranger.service.js';

/** The ways in which a wish may be fulfilled, the cheapest first. */
@Injectable()
export class BookingAttempts {
  constructor(
    private readonly database: Database,
    private readonly places: PlaceRepository,
    private readonly together: BookingTogether,
    private readonly writer: BookingWriter,
    private readonly arranger: PoolArranger,
  ) {}

  /**
   * As things stand; and when that fails for want of a unit, by moving others.
   * @throws Problem `not_found` when the hub has no such thing, `idempotency.key_reused`
   */
  async attempt(request: BookingRequest): Promise<BookingOutcome> {
    const { viewer } = request;
    const outcome = (await this.together.attempt(request)) ?? (await this.alone(request));
    if (outcome.kind !== 'refused' || !this.arranger.mayHelp(outcome.wish, outcome.broken)) return outcome;
    const { wish } = outcome;
    // A look without locks: of the many who want a full pool, none waits for the others' turns.
    if ((await this.writer.brokenRules(this.database, wish, viewer)).length > 0) return outcome;
    return this.once(request, (tx) => this.writer.bookByMoving(tx, wish, viewer));
  }

  private async alone(request: BookingRequest): Promise<BookingOutcome> {
    const wish = readWish(await this.places.place(request.body.hub), request.body);
    return this.once(request, (tx) => this.writer.book(tx, wish, request.viewer));
  }

  private once(
    { idempotent }: BookingRequest,
    write: (tx: Transaction) => Promise<BookingOutcome>,
  ): Promise<BookingOutcome> {
    return this.database.transaction(async (tx) => {
      const earlier = idempotent && (await findEarlierResult(tx, idempotent));
      if (earlier !== undefined) return { kind: 'repeated', bookingId: earlier };
      const result = await write(tx);
      if (idempotent && result.kind === 'booked') {
        await rememberResult(tx, idempotent, result.booking.bookingId);
      }
      return result;
    });
  }
}
