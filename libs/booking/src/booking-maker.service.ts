import { Injectable } from '@nestjs/common';
import type { Alternative, BookingCheck, CreateBooking } from '#libs/contracts';
import { isStaffOf, type Viewer } from '#libs/people';
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
import type { Asking } from './asking.js';
import { BookingAlternatives } from './booking-alternatives.js';
import { announceBooking } from './booking-announcement.js';
import { decideWish } from './booking-decision.js';
import { BookingFactsLoader } from './booking-facts.js';
import type { BookingOption } from './booking-option.js';
import { readWish, type BookingWish } from './booking-wish.js';
import { BookingRepository, type BookingDraft } from './booking.repository.js';
import { PlaceRepository } from './place.repository.js';
import { firstState } from './rules/approval.js';
import { isTaken } from './rules/decide-booking.js';
import { firstStepAt } from './rules/next-step.js';
import { withBuffers } from './rules/policy.js';

/** Expected refusals are values: the transaction ends without an error, then the answer is worked out. */
type Outcome = { kind: 'booked'; bookingId: string } | { kind: 'refused'; broken: readonly BrokenRule[] };

const overlap: BrokenRule = { code: 'booking.overlap', params: {} };

/** Makes bookings, or says why not. */
@Injectable()
export class BookingMaker {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly places: PlaceRepository,
    private readonly bookings: BookingRepository,
    private readonly facts: BookingFactsLoader,
    private readonly alternatives: BookingAlternatives,
  ) {}

  /**
   * @param key the caller's `Idempotency-Key`: the same request under it answers with the same booking
   * @returns the booking's id
   * @throws Problem `booking.refused` with every broken rule, `booking.overlap` when somebody was faster; both with
   *   alternatives. `not_found`, `idempotency.key_reused`
   */
  async book(request: CreateBooking, asking: Asking, key?: string): Promise<string> {
    const wish = readWish(await this.places.place(request.hub), request);
    const idempotent = key === undefined ? undefined : { accountId: asking.viewer.accountId, key, body: request };
    const outcome = await this.database.transaction(async (tx): Promise<Outcome> => {
      const earlier = idempotent && (await findEarlierResult(tx, idempotent));
      if (earlier !== undefined) return { kind: 'booked', bookingId: earlier };
      const result = await this.decideAndWrite(tx, wish, asking);
      if (idempotent && result.kind === 'booked') await rememberResult(tx, idempotent, result.bookingId);
      return result;
    });
    if (outcome.kind === 'booked') return outcome.bookingId;
    throw await this.refusal(wish, outcome.broken, asking);
  }

  /** What `book` would answer now, without writing anything. */
  async check(request: CreateBooking, asking: Asking): Promise<BookingCheck> {
    const wish = readWish(await this.places.place(request.hub), request);
    const facts = await this.facts.load(this.database, wish, { viewer: asking.viewer, now: this.clock.now() });
    const { broken } = decideWish(wish, facts);
    return {
      allowed: broken.length === 0,
      reasons: broken.map((rule) => describeRule(rule, asking.locale)),
      alternatives: broken.length === 0 ? [] : await this.alternativesTo(wish, broken, asking),
    };
  }

  private async decideAndWrite(tx: Transaction, wish: BookingWish, { viewer }: Asking): Promise<Outcome> {
    await this.bookings.lockPerson(tx, { accountId: viewer.accountId, category: wish.category });
    const facts = await this.facts.load(tx, wish, { viewer, now: this.clock.now() });
    const { allowed, broken } = decideWish(wish, facts);
    if (broken.length > 0) return { kind: 'refused', broken };
    for (const option of allowed) {
      const draft = this.draft(wish, option, viewer);
      const bookingId = await this.bookings.insert(tx, draft, option);
      if (bookingId === undefined) continue;
      announceBooking(tx, { bookingId, wish, option, viewer, draft });
      return { kind: 'booked', bookingId };
    }
    return { kind: 'refused', broken: [overlap] };
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

  private async refusal(wish: BookingWish, broken: readonly BrokenRule[], asking: Asking): Promise<Problem> {
    const alternatives = await this.alternativesTo(wish, broken, asking);
    return new Problem(isTaken(broken) ? 'booking.overlap' : 'booking.refused', { reasons: broken, alternatives });
  }

  private alternativesTo(wish: BookingWish, broken: readonly BrokenRule[], asking: Asking): Promise<Alternative[]> {
    return this.alternatives.near(wish, broken, { ...asking, now: this.clock.now() });
  }
}
