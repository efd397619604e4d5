import { Injectable } from '@nestjs/common';
import type { Alternative, Locale } from '#libs/contracts';
import { isStaffOf, type Viewer } from '#libs/people';
import { Database, type BrokenRule } from '#libs/platform';
import { AllocationRepository, busyTimes, type Reader } from '../calendar/allocation.repository.js';
import type { DecisionFacts } from './booking-decision.js';
import { longestBufferMs, sharedFacts } from './booking-facts.js';
import { bookingFactsOf, optionOf, type BookingOption } from './booking-option.js';
import { titleOf, type BookingWish } from './booking-wish.js';
import { inductionTitle } from '../induction/induction-title.js';
import { InductionSessionRepository } from '../induction/induction-session.repository.js';
import { isoRange } from '../calendar/iso-range.js';
import { PersonFactsRepository } from './person-facts.repository.js';
import { nearestTimes } from '../rules/alternatives.js';
import { decideBooking } from '../rules/decide-booking.js';
import { latestStart } from '../rules/free-slots.js';
import type { Interval } from '../rules/interval.js';

const searchMs = 14 * 24 * 60 * 60_000;
const maxTimes = 3;
const maxOthers = 2;

interface Asker {
  readonly viewer: Viewer;
  readonly locale: Locale;
  readonly now: Date;
  /** A booking that would make way for the wish. */
  readonly leaveOut?: string | undefined;
  /** The transaction whose own changes count; else what is committed does. */
  readonly reader?: Reader | undefined;
}

/** Finds what a refused person could book instead. */
@Injectable()
export class BookingAlternatives {
  constructor(
    private readonly database: Database,
    private readonly allocations: AllocationRepository,
    private readonly people: PersonFactsRepository,
    private readonly sessions: InductionSessionRepository,
  ) {}

  /**
   * The induction session that would open the door, the nearest other times for the same wish, and other things of
   * the category at the same time. Each is what this person could book at this moment, by every rule there is.
   * @param broken why it was refused
   */
  async near(wish: BookingWish, broken: readonly BrokenRule[], asker: Asker): Promise<Alternative[]> {
    const within = searchWindow(wish, asker);
    const others = othersOfCategory(wish);
    const facts = await this.facts(wish, others, { within, asker });
    return [
      ...(await this.inductionSessions(wish, broken, asker)),
      ...otherTimes(wish, { facts, within }, asker),
      ...otherThings(wish, others, { facts, asker }),
    ];
  }

  private async facts(
    wish: BookingWish,
    others: readonly BookingOption[],
    { within, asker }: { within: Interval; asker: Asker },
  ): Promise<DecisionFacts> {
    const { viewer, now, leaveOut, reader = this.database } = asker;
    const { place, category } = wish;
    const hubId = place.hub.id;
    const ids = [...wish.options, ...others].flatMap((option) => option.occupied.map((part) => part.resourceId));
    // What begins just outside still ends what its buffer reaches into.
    const around = { start: within.start - longestBufferMs, end: within.end + longestBufferMs };
    const [occupations, person] = await Promise.all([
      this.allocations.occupations(reader, [...new Set(ids)], { ...around, leaveOut }),
      this.people.load(reader, {
        accountId: viewer.accountId,
        hubId,
        category,
        now,
        around: within,
        leaveOut,
      }),
    ]);
    const shared = sharedFacts(place, within, { now, isStaff: isStaffOf(viewer, hubId) });
    return { shared, busy: busyTimes(occupations), person };
  }

  private async inductionSessions(
    { place }: BookingWish,
    broken: readonly BrokenRule[],
    { viewer, locale, now, reader = this.database }: Asker,
  ): Promise<Alternative[]> {
    const kinds = broken.filter((rule) => rule.code === 'booking.induction_required').map((rule) => rule.params.kind);
    if (kinds.length === 0) return [];
    const of = { hubId: place.hub.id, accountId: viewer.accountId, kinds, now };
    const sessions = await this.sessions.nextWithSeat(reader, of);
    return sessions.map(({ id, kind, startsAt, endsAt }) => ({
      startsAt: startsAt.toISOString(),
      endsAt: endsAt.toISOString(),
      resource: null,
      pool: null,
      name: inductionTitle(kind, locale),
      inductionSession: id,
    }));
  }
}

function otherTimes(
  wish: BookingWish,
  { facts, within }: { facts: DecisionFacts; within: Interval },
  { locale }: Asker,
): Alternative[] {
  const options = wish.options.map((option) => bookingFactsOf(option, facts));
  const [only] = wish.options;
  const isBundle = (only?.targets.length ?? 0) > 1;
  const target = {
    resource: wish.pool === null && !isBundle ? (only?.targets[0]?.slug ?? null) : null,
    pool: wish.pool?.slug ?? null,
    name: titleOf(wish.pool, only?.targets ?? [], locale),
  };
  return nearestTimes(wish.time, options, { within, limit: maxTimes }).map((time) => ({
    ...isoRange(time),
    ...target,
  }));
}

function otherThings(
  wish: BookingWish,
  others: readonly BookingOption[],
  { facts, asker }: { facts: DecisionFacts; asker: Asker },
): Alternative[] {
  const accepted = others.filter((option) => decideBooking(wish.time, bookingFactsOf(option, facts)).length === 0);
  return accepted.slice(0, maxOthers).map((option) => ({
    ...isoRange(wish.time),
    resource: option.targets[0]?.slug ?? null,
    pool: null,
    name: titleOf(null, option.targets, asker.locale),
  }));
}

/** Single things of the same category that the wish itself would not have taken; a bundle has no like. */
function othersOfCategory({ place, options, category }: BookingWish): BookingOption[] {
  const named = new Set(options.flatMap((option) => option.targets));
  if (options.some((option) => option.targets.length > 1)) return [];
  return place.resources
    .filter((resource) => resource.category === category && resource.bookable && !named.has(resource))
    .map((resource) => optionOf(place, [resource]));
}

/** Around the wished time, or around the nearest time that could be booked at all. */
function searchWindow({ time, options, place }: BookingWish, { now, viewer }: Asker): Interval {
  const [option] = options;
  const present = now.getTime();
  const last = option === undefined ? present : latestStart(option.policy, present, isStaffOf(viewer, place.hub.id));
  const around = Math.min(Math.max(time.start, present), last);
  return { start: around - searchMs, end: around + searchMs };
}
