import { Injectable } from '@nestjs/common';
import type { Alternative, BookingCheck, CreateBooking } from '#libs/contracts';
import type { Viewer } from '#libs/people';
import {
  Clock,
  Database,
  describeRule,
  findEarlierResult,
  Problem,
  rememberResult,
  type BrokenRule,
  type Transaction,
} from '#libs/platform';
import type { Asking } from '../booking/asking.js';
import { BookingAlternatives } from './booking-alternatives.js';
import { BookingWriter, type BookingOutcome } from './booking-writer.service.js';
import { readWish, type BookingWish } from './booking-wish.js';
import { despiteRivals } from '../calendar/despite-rivals.js';
import { PlaceRepository } from '../hub/place.repository.js';
import { PoolArranger } from './pool-arranger.service.js';
import { isTaken } from '../rules/decide-booking.js';

/** Somebody's wish, and how it is known again when it is sent twice. */
interface Request {
  readonly wish: BookingWish;
  readonly viewer: Viewer;
  readonly idempotent: { accountId: string; key: string; body: CreateBooking } | undefined;
}

/** Makes bookings, or says why not. */
@Injectable()
export class BookingMaker {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly places: PlaceRepository,
    private readonly writer: BookingWriter,
    private readonly arranger: PoolArranger,
    private readonly alternatives: BookingAlternatives,
  ) {}

  /**
   * @param key the caller's `Idempotency-Key`: the same request under it answers with the same booking
   * @returns the booking's id
   * @throws Problem `booking.refused` with every broken rule, `booking.overlap` when somebody was faster; both with
   *   alternatives. `not_found`, `idempotency.key_reused`
   */
  async book(request: CreateBooking, asking: Asking, key?: string): Promise<string> {
    const { viewer } = asking;
    const idempotent = key === undefined ? undefined : { accountId: viewer.accountId, key, body: request };
    // Read anew each time: what was read may have just been closed or put out of order.
    const { wish, outcome } = await despiteRivals(async () => {
      const wish = readWish(await this.places.place(request.hub), request);
      return { wish, outcome: await this.attempt({ wish, viewer, idempotent }) };
    });
    if (outcome.kind === 'booked') return outcome.bookingId;
    throw await this.refusal(wish, outcome.broken, asking);
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

  /** As things stand; and when that fails for want of a unit, by moving others. */
  private async attempt(request: Request): Promise<BookingOutcome> {
    const { wish, viewer } = request;
    const outcome = await this.once(request, (tx) => this.writer.book(tx, wish, viewer));
    if (outcome.kind === 'booked' || !this.arranger.mayHelp(wish, outcome.broken)) return outcome;
    // A look without locks: of the many who want a full pool, none waits for the others' turns.
    if ((await this.writer.brokenRules(this.database, wish, viewer)).length > 0) return outcome;
    return this.once(request, (tx) => this.writer.bookByMoving(tx, wish, viewer));
  }

  private once({ idempotent }: Request, write: (tx: Transaction) => Promise<BookingOutcome>): Promise<BookingOutcome> {
    return this.database.transaction(async (tx) => {
      const earlier = idempotent && (await findEarlierResult(tx, idempotent));
      if (earlier !== undefined) return { kind: 'booked', bookingId: earlier };
      const result = await write(tx);
      if (idempotent && result.kind === 'booked') await rememberResult(tx, idempotent, result.bookingId);
      return result;
    });
  }

  private async refusal(wish: BookingWish, broken: readonly BrokenRule[], asking: Asking): Promise<Problem> {
    const alternatives = await this.alternativesTo(wish, broken, asking);
    return new Problem(isTaken(broken) ? 'booking.overlap' : 'booking.refused', { reasons: broken, alternatives });
  }

  private alternativesTo(wish: BookingWish, broken: readonly BrokenRule[], asking: Asking): Promise<Alternative[]> {
    return this.alternatives.near(wish, broken, { ...asking, now: this.clock.now() });
  }
}
