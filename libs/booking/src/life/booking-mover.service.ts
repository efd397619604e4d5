import { Injectable } from '@nestjs/common';
import type { Alternative, BookingState, MoveBooking } from '#libs/contracts';
import { isStaffOf } from '#libs/people';
import { Clock, Problem, type BrokenRule } from '#libs/platform';
import type { Asking } from '../booking/asking.js';
import { BookingAlternatives } from '../making/booking-alternatives.js';
import { askApproval, letterOf, writeLetter, type BookingMail } from '../booking/booking-announcement.js';
import { decideWish } from '../making/booking-decision.js';
import type { BookingOption } from '../making/booking-option.js';
import {
  assertChangeable,
  BookingTransitions,
  type ChangeRequest,
  type Transition,
} from './booking-transitions.service.js';
import { BookingRepository } from '../making/booking.repository.js';
import { titleOf, type BookingWish } from '../making/booking-wish.js';
import type { ResourceEntity } from '../hub/resource.entity.js';
import { keepsThing, wantedThing } from './wanted-thing.js';
import { hasBegun, longestExtension, wishOfChange } from './changed-time.js';
import { RoomForChange } from './room-for-change.service.js';
import { despiteRivals } from '../calendar/despite-rivals.js';
import { isoRange } from '../calendar/iso-range.js';
import { firstState, needsApproval } from '../rules/approval.js';
import { isTaken } from '../rules/decide-booking.js';
import type { Interval } from '../rules/interval.js';
import { withBuffers } from '../rules/policy.js';
import { overlap } from '../making/made-booking.js';
import { timeOf } from '../booking/standing-booking.repository.js';

/** A change of time that broke rules; nothing was written. */
interface Refusal {
  readonly wish: BookingWish;
  readonly broken: readonly BrokenRule[];
  /** The longest time for which it could go on from its present start. */
  readonly longest: readonly Alternative[];
}

/** What somebody wants of a standing booking. */
interface Retiming {
  readonly time: Interval;
  readonly asking: Asking;
  readonly action: 'booking.move' | 'booking.extend';
  /** What it shall take instead; undefined to keep to what was booked. */
  readonly thing?: ResourceEntity | undefined;
}

/** Gives bookings another time, by every rule of a new one but with their present time left out. */
@Injectable()
export class BookingMover {
  constructor(
    private readonly transitions: BookingTransitions,
    private readonly bookings: BookingRepository,
    private readonly room: RoomForChange,
    private readonly alternatives: BookingAlternatives,
    private readonly clock: Clock,
  ) {}

  /**
   * Moves a booking that has not begun; one of a pool may get another unit, and staff may name another thing. All or
   * nothing.
   * @throws Problem `booking.refused` or `booking.overlap` with reasons and alternatives; as `assertChangeable`,
   *   `wantedThing` and `BookingTransitions.perform`
   */
  async move(request: ChangeRequest, { startsAt, endsAt, resource }: MoveBooking): Promise<void> {
    const { asking, bookingId } = request;
    const time = { start: Date.parse(startsAt), end: Date.parse(endsAt) };
    const refusal = await this.perform(request, ['pending', 'confirmed'], async (transition) => {
      assertChangeable(transition, asking.viewer);
      const thing =
        resource === undefined || resource === null ? undefined : wantedThing(transition, resource, asking.viewer);
      const { start, end } = timeOf(transition.booking);
      if (start === time.start && end === time.end && keepsThing(transition, thing)) return undefined;
      return this.retime(transition, { time, asking, action: 'booking.move', thing });
    });
    if (refusal === undefined) return;
    const by = { ...asking, now: this.clock.now(), leaveOut: bookingId };
    const near = await this.alternatives.near(refusal.wish, refusal.broken, by);
    throw problemOf(
      refusal,
      near.filter((alternative) => keepsThings(alternative, refusal.wish)),
    );
  }

  /**
   * Lets a booking that is ahead or in use last longer, on the same things once it has begun.
   * @throws Problem `request.invalid` when it would not last longer; `booking.refused` or `booking.overlap` with reasons
   *   and the longest time that would do; as `BookingTransitions.perform`
   */
  async extend(request: ChangeRequest, endsAt: string): Promise<void> {
    const { asking } = request;
    const end = Date.parse(endsAt);
    const refusal = await this.perform(request, ['confirmed', 'in_use'], async (transition) => {
      const { booking, now } = transition;
      if (booking.endsAt <= now) throw new Problem('booking.wrong_state');
      if (end <= booking.endsAt.getTime()) {
        throw new Problem('request.invalid', {
          errors: [{ path: 'endsAt', message: 'must be after the present end' }],
        });
      }
      const time = { start: booking.startsAt.getTime(), end };
      return this.retime(transition, { time, asking, action: 'booking.extend' });
    });
    if (refusal !== undefined) throw problemOf(refusal, refusal.longest);
  }

  /** What closes while it is decided is known when it is decided anew. */
  private perform(...work: Parameters<typeof this.transitions.perform<Refusal | undefined>>) {
    return despiteRivals(() => this.transitions.perform(...work));
  }

  private async retime(transition: Transition, retiming: Retiming): Promise<Refusal | undefined> {
    const { tx, booking } = transition;
    const { time, asking, thing } = retiming;
    const wish = wishOfChange(transition, time, thing);
    const change = { wish, viewer: asking.viewer };
    await this.bookings.lockPerson(tx, { accountId: booking.accountId, category: wish.category });
    const facts = await this.room.load(transition, change);
    const decision = decideWish(wish, facts);
    const broken = [...decision.broken, ...approvalMissing(transition, retiming)];
    const free = broken.length === 0 ? await this.room.takeFree(transition, change, decision.allowed) : undefined;
    const reasons = broken.length === 0 ? [overlap] : broken;
    const option = free ?? (await this.room.takeByMoving(transition, change, reasons));
    if (option !== undefined) {
      await this.write(transition, { wish, option }, retiming);
      return undefined;
    }
    return { wish, broken: reasons, longest: longestExtension(wish, facts, { booking, locale: asking.locale }) };
  }

  private async write(
    transition: Transition,
    { wish, option }: { wish: BookingWish; option: BookingOption },
    retiming: Retiming,
  ): Promise<void> {
    const { tx, booking, now } = transition;
    const { time, asking, action, thing } = retiming;
    const isStaff = isStaffOf(asking.viewer, booking.hubId);
    const status =
      isStaff || hasBegun(booking, now) ? booking.status : firstState(time, option.policy, { isStaff, hold: false });
    const change = {
      status,
      poolId: wish.pool?.id ?? null,
      category: wish.category,
      startsAt: new Date(time.start),
      endsAt: new Date(time.end),
      // Reminders of the old start mean nothing; those of the new one that would be past are not made up for.
      ...(time.start !== booking.startsAt.getTime() && { remindedAt: now }),
    };
    const details = { from: isoRange(timeOf(booking)), to: isoRange(time), ...(thing && { resource: thing.slug }) };
    const record = { accountId: asking.viewer.accountId, action, details };
    const after = await this.transitions.change({ ...transition, policy: option.policy }, change, record);
    const resources = new Set(option.occupied.map((part) => part.resourceId));
    await this.transitions.offer(transition, withBuffers(time, option.policy), resources);
    const title = titleOf(wish.pool, option.targets, after.locale);
    if (status === 'pending' && booking.status !== 'pending') {
      askApproval(tx, { hubId: booking.hubId, askedBy: asking.viewer.accountId });
    }
    writeLetter(tx, letterAfter(booking.status, status), { ...letterOf(after), title });
  }
}

/** Somebody's time that is running cannot wait for an approval. */
function approvalMissing({ booking, policy, now }: Transition, { time, asking }: Retiming): BrokenRule[] {
  const isMissing = needsApproval(time, policy, isStaffOf(asking.viewer, booking.hubId));
  if (!isMissing || !hasBegun(booking, now)) return [];
  return [{ code: 'booking.approval_required', params: { approvalOverMinutes: policy.approvalOverMinutes ?? 0 } }];
}

function letterAfter(before: BookingState, after: BookingState): BookingMail {
  if (after === 'pending') return 'bookingPending';
  return before === 'pending' ? 'bookingConfirmed' : 'bookingMoved';
}

/** A booking moves in time; another thing would be another booking. */
function keepsThings({ resource }: Alternative, wish: BookingWish): boolean {
  return resource === null || wish.options.some((option) => option.targets.some((target) => target.slug === resource));
}

function problemOf({ broken }: Refusal, alternatives: readonly Alternative[]): Problem {
  return new Problem(isTaken(broken) ? 'booking.overlap' : 'booking.refused', { reasons: broken, alternatives });
}
