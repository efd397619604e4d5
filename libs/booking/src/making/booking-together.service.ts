import { Injectable, Logger } from '@nestjs/common';
import type { CreateBooking } from '#libs/contracts';
import type { Viewer } from '#libs/people';
import {
  actAs,
  areNew,
  Clock,
  Database,
  inBatches,
  rememberResults,
  withActor,
  type BrokenRule,
  type IdempotentRequest,
  type Transaction,
} from '#libs/platform';
import { PlaceRepository } from '../hub/place.repository.js';
import { decideWish } from './booking-decision.js';
import { draftOf } from './booking-draft.js';
import { BookingFactsLoader } from './booking-facts.js';
import { findWish, type BookingWish } from './booking-wish.js';
import { BookingRepository } from './booking.repository.js';
import { booked } from './booking-writer.service.js';
import { overlap, type BookingOutcome, type MadeBooking } from './made-booking.js';

/** Somebody's wish, and how it is known again when it is sent twice. */
export interface BookingRequest {
  readonly body: CreateBooking;
  readonly viewer: Viewer;
  readonly idempotent: IdempotentRequest | undefined;
}

/** A request with every name looked up. */
interface Wished {
  readonly request: BookingRequest;
  readonly wish: BookingWish;
}

/** A request that is decided: what it would write, or why it may not. */
type Verdict = Wished & (Allowed | { readonly broken: readonly BrokenRule[] });

interface Allowed extends Omit<MadeBooking, 'bookingId'> {
  /** No other thing would do. */
  readonly isOnlyWay: boolean;
}

/**
 * Books for people who come at the same time in one transaction: reading for twenty costs little more than reading for
 * one, and so does a commit. Only what is easy goes this way; nobody in a batch waits for another, and whoever could
 * not be settled in it is looked at alone.
 */
@Injectable()
export class BookingTogether {
  private readonly logger = new Logger(BookingTogether.name);
  private readonly share = inBatches((requests: BookingRequest[]) => this.attemptAll(requests), {
    maxSize: 32,
    besideFrom: 12,
    keyOf: ({ viewer }) => viewer.accountId,
  });

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly places: PlaceRepository,
    private readonly facts: BookingFactsLoader,
    private readonly bookings: BookingRepository,
  ) {}

  /** @returns undefined when the request must be looked at alone */
  attempt(request: BookingRequest): Promise<BookingOutcome | undefined> {
    return this.share(request);
  }

  private async attemptAll(requests: readonly BookingRequest[]): Promise<(BookingOutcome | undefined)[]> {
    try {
      const outcomes = await this.database.transaction((tx) => this.settle(tx, requests));
      return requests.map((request) => outcomes.get(request));
    } catch (error) {
      // One of them met a closing or worse; alone, each meets its own fate and tells of it.
      this.logger.debug(`${requests.length} bookings are tried one by one: ${String(error)}`);
      return requests.map(() => undefined);
    }
  }

  private async settle(
    tx: Transaction,
    requests: readonly BookingRequest[],
  ): Promise<Map<BookingRequest, BookingOutcome>> {
    const settled = new Map<BookingRequest, BookingOutcome>();
    const verdicts = await this.decide(tx, await this.undisturbed(tx, await this.readWishes(tx, requests)));
    const wanted = verdicts.flatMap((verdict) => ('broken' in verdict ? [] : verdict));
    const ids = wanted.length === 0 ? [] : await this.bookings.insertAll(tx, wanted);
    wanted.forEach(({ request, isOnlyWay, ...made }, index) => {
      const bookingId = ids[index];
      if (bookingId !== undefined)
        settled.set(
          request,
          asItsPerson(made.viewer, () => booked(tx, { bookingId, ...made })),
        );
      else if (isOnlyWay) settled.set(request, { kind: 'refused', wish: made.wish, broken: [overlap] });
    });
    for (const verdict of verdicts) {
      if ('broken' in verdict) settled.set(verdict.request, { kind: 'refused', ...verdict });
    }
    await rememberResults(tx, [...settled].flatMap(resultOf));
    return settled;
  }

  /** The hubs are read once for all. What they do not have is told by whoever looks at the request alone. */
  private async readWishes(tx: Transaction, requests: readonly BookingRequest[]): Promise<Wished[]> {
    const places = await this.places.places(
      requests.map(({ body }) => body.hub),
      tx,
    );
    return requests.flatMap((request, index) => {
      const place = places[index];
      const wish = place && findWish(place, request.body);
      // One that takes several things could meet another in the middle, each waiting for what the other has.
      const takesOne = wish?.options.every((option) => option.occupied.length === 1) ?? false;
      return wish !== undefined && takesOne ? [{ request, wish }] : [];
    });
  }

  /** Those who do nothing else at this moment and have not asked for the same before. */
  private async undisturbed(tx: Transaction, wished: readonly Wished[]): Promise<Wished[]> {
    const people = wished.map(({ request, wish }) => ({
      accountId: request.viewer.accountId,
      category: wish.category,
    }));
    const locked = await this.bookings.tryLockPeople(tx, people);
    const fresh = await areNew(
      tx,
      wished.map(({ request }) => request.idempotent),
    );
    return wished.filter((_, index) => locked[index] === true && fresh[index] === true);
  }

  private async decide(tx: Transaction, wished: readonly Wished[]): Promise<Verdict[]> {
    if (wished.length === 0) return [];
    const now = this.clock.now();
    const facts = await this.facts.loadAll(
      tx,
      wished.map(({ request, wish }) => ({ wish, viewer: request.viewer, now })),
    );
    return wished.flatMap(({ request, wish }, index): Verdict[] => {
      const known = facts[index];
      if (known === undefined) return [];
      const { viewer } = request;
      const { allowed, broken } = decideWish(wish, known);
      const [option, ...others] = allowed;
      if (option === undefined) return [{ request, wish, broken }];
      const draft = draftOf(wish, option, { viewer, now });
      return [{ request, wish, viewer, option, draft, isOnlyWay: others.length === 0 }];
    });
  }
}

/** A batch runs in the name of whoever came first; each record is its own person's. */
function asItsPerson<T>(viewer: Viewer, work: () => T): T {
  return withActor(() => {
    actAs(viewer);
    return work();
  });
}

function resultOf([{ idempotent }, outcome]: [BookingRequest, BookingOutcome]) {
  if (idempotent === undefined || outcome.kind !== 'booked') return [];
  return [{ request: idempotent, subjectId: outcome.booking.bookingId }];
}
