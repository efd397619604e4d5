import { Injectable } from '@nestjs/common';
import { Database, findEarlierResult, rememberResult, type Transaction } from '#libs/platform';
import { BookingTogether, type BookingRequest } from './booking-together.service.js';
import { BookingWriter } from './booking-writer.service.js';
import type { BookingOutcome } from './made-booking.js';
import { PoolArranger } from './pool-arranger.service.js';

/** The ways in which a wish may be fulfilled, the cheapest first. */
@Injectable()
export class BookingAttempts {
  constructor(
    private readonly database: Database,
    private readonly together: BookingTogether,
    private readonly writer: BookingWriter,
    private readonly arranger: PoolArranger,
  ) {}

  /** As things stand; and when that fails for want of a unit, by moving others. */
  async attempt(request: BookingRequest): Promise<BookingOutcome> {
    const { wish, viewer } = request;
    const shared = await this.together.attempt(request);
    const outcome = shared ?? (await this.once(request, (tx) => this.writer.book(tx, wish, viewer)));
    if (outcome.kind !== 'refused' || !this.arranger.mayHelp(wish, outcome.broken)) return outcome;
    // A look without locks: of the many who want a full pool, none waits for the others' turns.
    if ((await this.writer.brokenRules(this.database, wish, viewer)).length > 0) return outcome;
    return this.once(request, (tx) => this.writer.bookByMoving(tx, wish, viewer));
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
