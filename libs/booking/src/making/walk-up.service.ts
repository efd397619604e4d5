import { Injectable } from '@nestjs/common';
import type { WalkUpCheck } from '#libs/contracts';
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
import type { Reader } from '../calendar/allocation.repository.js';
import { despiteRivals } from '../calendar/despite-rivals.js';
import { isoInstant } from '../calendar/iso-range.js';
import { PlaceRepository } from '../hub/place.repository.js';
import { InductionRepository } from '../induction/induction.repository.js';
import { isTaken } from '../rules/decide-booking.js';
import { decideWalkUp, walkUpTime } from '../rules/walk-up.js';
import { draftOf } from './booking-draft.js';
import { BookingFactsLoader } from './booking-facts.js';
import { bookingFactsOf, type BookingOption } from './booking-option.js';
import { readWish, type BookingWish } from './booking-wish.js';
import { booked } from './booking-writer.service.js';
import { BookingRepository } from './booking.repository.js';
import { overlap } from './made-booking.js';

/** A thing that somebody stands before. */
export interface WalkUpTarget {
  /** Id or slug. */
  readonly hub: string;
  readonly resource: string;
}

interface WalkUp {
  readonly wish: BookingWish;
  readonly option: BookingOption;
  readonly broken: readonly BrokenRule[];
}

/** Somebody who has not booked uses a free thing at once: a booking that is checked in to as it is made. */
@Injectable()
export class WalkUpService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly places: PlaceRepository,
    private readonly facts: BookingFactsLoader,
    private readonly bookings: BookingRepository,
    private readonly inductions: InductionRepository,
  ) {}

  /**
   * What `useNow` would answer now, without writing anything.
   * @throws Problem `not_found`
   */
  async check(target: WalkUpTarget, { viewer, locale }: Asking): Promise<WalkUpCheck> {
    const { wish, broken } = await this.decide(this.database, await this.wishFor(target), viewer);
    return {
      allowed: broken.length === 0,
      endsAt: broken.length === 0 ? isoInstant(wish.time.end) : null,
      reasons: broken.map((rule) => describeRule(rule, locale)),
    };
  }

  /**
   * @param key the caller's `Idempotency-Key`: the same request under it answers with the same booking
   * @returns the booking's id
   * @throws Problem `booking.refused` with every broken rule, `booking.overlap` when somebody was faster; `not_found`,
   *   `idempotency.key_reused`
   */
  async useNow(target: WalkUpTarget, { viewer }: Asking, key?: string): Promise<string> {
    const idempotent = key === undefined ? undefined : { accountId: viewer.accountId, key, body: { useNow: target } };
    return despiteRivals(async () => {
      // Read anew each time: what was read may have just been closed or put out of order.
      const wish = await this.wishFor(target);
      return this.database.transaction(async (tx) => {
        const earlier = idempotent && (await findEarlierResult(tx, idempotent));
        if (earlier !== undefined) return earlier;
        const bookingId = await this.begin(tx, wish, viewer);
        if (idempotent) await rememberResult(tx, idempotent, bookingId);
        return bookingId;
      });
    });
  }

  private async begin(tx: Transaction, wanted: BookingWish, viewer: Viewer): Promise<string> {
    await this.bookings.lockPerson(tx, { accountId: viewer.accountId, category: wanted.category });
    const { wish, option, broken } = await this.decide(tx, wanted, viewer);
    if (broken.length > 0) throw refusal(broken);
    const now = new Date(wish.time.start);
    const ahead = draftOf(wish, option, { viewer, now });
    const nextStepAt = new Date(wish.time.end);
    const draft = { ...ahead, status: 'in_use' as const, checkedInAt: now, nextStepAt };
    const bookingId = await this.bookings.insert(tx, draft, option);
    if (bookingId === undefined) throw refusal([overlap]);
    booked(tx, { bookingId, wish, option, viewer, draft });
    const { hubId, accountId } = draft;
    await this.inductions.use(tx, { accountId, hubId, kinds: option.inductionKinds, startsAt: now, now });
    return bookingId;
  }

  /** Gives the wish its time, and says what stands in the way. */
  private async decide(reader: Reader, wanted: BookingWish, viewer: Viewer): Promise<WalkUp> {
    const [option] = wanted.options;
    if (option === undefined) throw new Error('a wish for one thing has one way');
    const now = this.clock.now();
    const loaded = await this.facts.load(reader, wanted, { viewer, now, lookAround: true });
    const facts = bookingFactsOf(option, loaded);
    const time = walkUpTime(facts);
    return { wish: { ...wanted, time }, option, broken: decideWalkUp(time, facts) };
  }

  /** From now on; for how long is decided later. */
  private async wishFor({ hub, resource }: WalkUpTarget): Promise<BookingWish> {
    const startsAt = this.clock.now().toISOString();
    return readWish(await this.places.place(hub), { hub, resource, startsAt, endsAt: startsAt });
  }
}

function refusal(reasons: readonly BrokenRule[]): Problem {
  return new Problem(isTaken(reasons) ? 'booking.overlap' : 'booking.refused', { reasons });
}
