import { Injectable } from '@nestjs/common';
import type { Alternative, Locale } from '#libs/contracts';
import { Database, type BrokenRule } from '#libs/platform';
import { AllocationRepository, busyTimes } from './allocation.repository.js';
import { sharedFacts } from './booking-facts.js';
import {
  busyOf,
  optionOf,
  slotFactsOf,
  type BookingOption,
  type BusyTimes,
  type SharedFacts,
} from './booking-option.js';
import { titleOf, type BookingWish } from './booking-wish.js';
import { isoRange } from './iso-range.js';
import { nearestTimes } from './rules/alternatives.js';
import { decideBooking } from './rules/decide-booking.js';
import { latestStart } from './rules/free-slots.js';
import type { Interval } from './rules/interval.js';

const searchMs = 14 * 24 * 60 * 60_000;
const maxTimes = 3;
const maxOthers = 2;

interface Asker {
  readonly now: Date;
  readonly isStaff: boolean;
  readonly locale: Locale;
}

/** Finds what a refused person could book instead. */
@Injectable()
export class BookingAlternatives {
  constructor(
    private readonly database: Database,
    private readonly allocations: AllocationRepository,
  ) {}

  /**
   * The nearest other times for the same wish, then other things of the category at the same time; all of them free
   * at this moment.
   * @param broken why it was refused; somebody at his limit is offered nothing, since nothing would be accepted
   */
  async near(wish: BookingWish, broken: readonly BrokenRule[], asker: Asker): Promise<Alternative[]> {
    if (broken.some((rule) => rule.code === 'booking.too_many_active')) return [];
    const within = searchWindow(wish, asker);
    const others = othersOfCategory(wish);
    const resourceIds = [...wish.options, ...others].flatMap((option) =>
      option.occupied.map((part) => part.resourceId),
    );
    const busy = busyTimes(await this.allocations.occupations(this.database, [...new Set(resourceIds)], within));
    const shared = sharedFacts(wish.place, within, asker);
    return [
      ...otherTimes(wish, { shared, busy, within }, asker),
      ...otherThings(wish, others, { shared, busy }, asker),
    ];
  }
}

function otherTimes(
  wish: BookingWish,
  facts: { shared: SharedFacts; busy: BusyTimes; within: Interval },
  { locale }: Asker,
): Alternative[] {
  const options = wish.options.filter((option) => option.bookable);
  const slotFacts = options.map((option) => slotFactsOf(option, facts.shared, facts.busy));
  const [only] = wish.options;
  const isBundle = (only?.targets.length ?? 0) > 1;
  const target = {
    resource: wish.pool === null && !isBundle ? (only?.targets[0]?.slug ?? null) : null,
    pool: wish.pool?.slug ?? null,
    name: titleOf(wish.pool, only?.targets ?? [], locale),
  };
  return nearestTimes(wish.time, slotFacts, { within: facts.within, limit: maxTimes }).map((time) => ({
    ...isoRange(time),
    ...target,
  }));
}

function otherThings(
  wish: BookingWish,
  others: readonly BookingOption[],
  facts: { shared: SharedFacts; busy: BusyTimes },
  { locale }: Asker,
): Alternative[] {
  const accepted = others.filter((option) => {
    const busy = busyOf(option, facts.busy);
    return decideBooking(wish.time, { ...facts.shared, ...option, busy, activeCount: 0 }).length === 0;
  });
  return accepted.slice(0, maxOthers).map((option) => ({
    ...isoRange(wish.time),
    resource: option.targets[0]?.slug ?? null,
    pool: null,
    name: titleOf(null, option.targets, locale),
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
function searchWindow({ time, options }: BookingWish, { now, isStaff }: Asker): Interval {
  const [option] = options;
  const present = now.getTime();
  const last = option === undefined ? present : latestStart(option.policy, present, isStaff);
  const around = Math.min(Math.max(time.start, present), last);
  return { start: around - searchMs, end: around + searchMs };
}
