import { Injectable } from '@nestjs/common';
import type { BookingState, Policy } from '#libs/contracts';
import { isStaffOf, type Viewer } from '#libs/people';
import { Clock, Database, Problem, type AuditAction, type Transaction } from '#libs/platform';
import type { Asking } from '../booking/asking.js';
import { announceChange } from '../booking/booking-announcement.js';
import { FreedSlots } from '../waiting-list/freed-slots.service.js';
import type { Place } from '../hub/place.js';
import { PlaceRepository } from '../hub/place.repository.js';
import { subtractIntervals, type Interval } from '../rules/interval.js';
import { armStep } from './arm-step.js';
import { lastChangeAt } from '../rules/last-change.js';
import { nextStep } from '../rules/next-step.js';
import { strictestPolicy } from '../rules/policy.js';
import {
  StandingBookingRepository,
  type BookingChange,
  type OccupiedPart,
  type StandingBooking,
} from '../booking/standing-booking.repository.js';

/** Somebody's wish to change a booking. */
export interface ChangeRequest {
  readonly bookingId: string;
  readonly asking: Asking;
  /** Versions of which one must be the present one; undefined when any will do. */
  readonly ifMatch?: readonly number[] | undefined;
}

/** A booking under its lock, with what decides about it. */
export interface Transition {
  readonly tx: Transaction;
  readonly booking: StandingBooking;
  readonly place: Place;
  /** The rules that hold for everything it takes. */
  readonly policy: Policy;
  readonly now: Date;
}

/** What is recorded of a transition. */
export interface TransitionRecord {
  /** Null when time did it, or somebody whom nobody asked who he is. */
  readonly accountId: string | null;
  /** Domain verb, `booking.move`. */
  readonly action: AuditAction;
  readonly details?: Record<string, unknown>;
}

/**
 * The one way in which a standing booking changes: under its lock, from a state it is known to be in, with its record,
 * its next step and the word to whoever looks on.
 */
@Injectable()
export class BookingTransitions {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly places: PlaceRepository,
    private readonly standing: StandingBookingRepository,
    private readonly freedSlots: FreedSlots,
  ) {}

  /**
   * Does a person's work on his or her own booking, or staff's on any of their hub.
   * @param from states in which it may be done
   * @throws Problem `not_found`, `precondition.failed`, `booking.wrong_state`, and whatever `work` throws
   */
  async perform<T>(
    { bookingId, asking, ifMatch }: ChangeRequest,
    from: readonly BookingState[],
    work: (transition: Transition) => Promise<T>,
  ): Promise<T> {
    const done = await this.open(bookingId, async (transition) => {
      const { booking } = transition;
      if (!mayChange(asking.viewer, booking)) throw new Problem('not_found');
      if (ifMatch !== undefined && !ifMatch.includes(booking.version)) throw new Problem('precondition.failed');
      if (!from.includes(booking.status)) throw new Problem('booking.wrong_state');
      return { result: await work(transition) };
    });
    if (done === undefined) throw new Problem('not_found');
    return done.result;
  }

  /**
   * Locks an open booking and does `work`.
   * @returns undefined when there is no such booking
   */
  async open<T>(bookingId: string, work: (transition: Transition) => Promise<T>): Promise<T | undefined> {
    const hubId = await this.standing.hubOf(this.database, bookingId);
    if (hubId === undefined) return undefined;
    const place = await this.places.place(hubId);
    return this.database.transaction(async (tx) => {
      const booking = await this.standing.lock(tx, { bookingId, hubId });
      return booking && work({ tx, booking, place, policy: policyOf(place, booking), now: this.clock.now() });
    });
  }

  /** Writes a change with its record, and works out what time does next. */
  async change(
    { tx, booking, policy, now }: Transition,
    change: BookingChange,
    record: TransitionRecord,
  ): Promise<StandingBooking> {
    const step = nextStep({ ...booking, ...change }, policy, now);
    const nextStepAt = step === undefined ? null : new Date(step.at);
    const after = await this.standing.write(tx, booking, { change, now, nextStepAt });
    armStep(tx, { bookingId: booking.id, at: nextStepAt, now });
    tx.record({ ...record, subjectType: 'booking', subjectId: booking.id });
    announceChange(tx, booking);
    if (after.category !== booking.category) announceChange(tx, after);
    return after;
  }

  /** Ends a booking that lets go of everything, and offers what is still to come to those who wait. */
  async end(transition: Transition, change: BookingChange, record: TransitionRecord): Promise<StandingBooking> {
    const { tx, booking, now } = transition;
    const after = await this.change(transition, change, record);
    await this.standing.release(tx, booking.id);
    await this.offer(transition, { start: 0, end: now.getTime() });
    return after;
  }

  /**
   * Offers what the booking occupied to those who wait.
   * @param kept what of that time it still occupies, or is past
   * @param among the things it still occupies; undefined when `kept` holds for all
   */
  async offer({ tx, booking }: Transition, kept: Interval, among?: ReadonlySet<string>): Promise<void> {
    const freed = booking.occupied.flatMap((part) => {
      const left = among === undefined || among.has(part.resourceId) ? subtractIntervals([part], [kept]) : [part];
      return left.map(({ start, end }) => ({ hubId: booking.hubId, resourceId: part.resourceId, start, end }));
    });
    if (freed.length > 0) await this.freedSlots.offer(tx, freed);
  }
}

/**
 * Refuses to cancel or move what has begun, or, to its owner, what begins too soon for that.
 * @throws Problem `booking.wrong_state`, `booking.refused` with `booking.change_too_late`
 */
export function assertChangeable({ booking, policy, now }: Transition, viewer: Viewer): void {
  if (booking.startsAt <= now) throw new Problem('booking.wrong_state');
  if (isStaffOf(viewer, booking.hubId) || now.getTime() <= lastChangeAt(booking.startsAt, policy)) return;
  const { changeUntilMinutes } = policy;
  throw new Problem('booking.refused', {
    reasons: [{ code: 'booking.change_too_late', params: { changeUntilMinutes } }],
  });
}

/** The rules that hold for everything a booking takes; for its category when it has let go of everything. */
function policyOf(place: Place, { occupied, category }: StandingBooking): Policy {
  const policies = occupied
    .filter((part: OccupiedPart) => part.isTarget)
    .flatMap((part) => place.findResource(part.resourceId) ?? [])
    .map((resource) => place.policyOf(resource));
  return policies.length === 0 ? place.categoryPolicy(category) : strictestPolicy(policies);
}

function mayChange(viewer: Viewer, booking: StandingBooking): boolean {
  return booking.accountId === viewer.accountId || isStaffOf(viewer, booking.hubId);
}
