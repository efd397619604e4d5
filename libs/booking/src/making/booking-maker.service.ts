import { Injectable } from '@nestjs/common';
import type { Alternative, BookingCheck, CreateBooking } from '#libs/contracts';
import { Clock, Database, describeRule, Problem, type BrokenRule } from '#libs/platform';
import type { Asking } from '../booking/asking.js';
import { BookingAlternatives } from './booking-alternatives.js';
import { BookingAttempts } from './booking-attempts.service.js';
import { BookingWriter } from './booking-writer.service.js';
import { readWish, type BookingWish } from './booking-wish.js';
import type { MadeBooking } from './made-booking.js';
import { despiteRivals } from '../calendar/despite-rivals.js';
import { PlaceRepository } from '../hub/place.repository.js';
import { isTaken } from '../rules/decide-booking.js';

/** Makes bookings, or says why not. */
@Injectable()
export class BookingMaker {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly places: PlaceRepository,
    private readonly attempts: BookingAttempts,
    private readonly writer: BookingWriter,
    private readonly alternatives: BookingAlternatives,
  ) {}

  /**
   * @param key the caller's `Idempotency-Key`: the same request under it answers with the same booking
   * @returns the booking, or the id of the one that the same request has made before
   * @throws Problem `booking.refused` with every broken rule, `booking.overlap` when somebody was faster; both with
   *   alternatives. `not_found`, `idempotency.key_reused`
   */
  async book(request: CreateBooking, asking: Asking, key?: string): Promise<MadeBooking | string> {
    const { viewer } = asking;
    const idempotent = key === undefined ? undefined : { accountId: viewer.accountId, key, body: request };
    // Read anew each time: what was read may have just been closed or put out of order.
    const outcome = await despiteRivals(() => this.attempts.attempt({ body: request, viewer, idempotent }));
    if (outcome.kind === 'booked') return outcome.booking;
    if (outcome.kind === 'repeated') return outcome.bookingId;
    throw await this.refusal(outcome.wish, outcome.broken, asking);
  }

  /** What `book` would answer now, without writing anything. */
  async check(request: CreateBooking, asking: Asking): Promise<BookingCheck> {
    const wish = readWish(await this.places.place(request.hub), request);
    const broken = await this.writer.brokenRules(this.database, wish, asking.viewer);
    return {
      allowed: broken.length === 0,
      reasons: broken.map((rule) => describeRule(rule, asking.locale)),
      alternatives: broken.length === 0 ? [] : await this.alternativesTo(wish, broken, asking),
    };
  }

  private async refusal(wish: BookingWish, broken: readonly BrokenRule[], asking: Asking): Promise<Problem> {
    const alternatives = await this.alternativesTo(wish, broken, asking);
    return new Problem(isTaken(broken) ? 'booking.overlap' : 'booking.refused', { reasons: broken, alternatives });
  }

  private alternativesTo(wish: BookingWish, broken: readonly BrokenRule[], asking: Asking): Promise<Alternative[]> {
    return this.alternatives.near(wish, broken, { ...asking, now: this.clock.now() });
  }
}
