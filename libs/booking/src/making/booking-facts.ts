import { Injectable } from '@nestjs/common';
import { isStaffOf, type Viewer } from '#libs/people';
import {
  AllocationRepository,
  busyTimes,
  type OccupationQuery,
  type Reader,
} from '../calendar/allocation.repository.js';
import type { DecisionFacts } from './booking-decision.js';
import type { SharedFacts } from './booking-option.js';
import type { BookingWish } from './booking-wish.js';
import { PersonFactsRepository } from './person-facts.repository.js';
import type { Place } from '../hub/place.js';
import { openingPeriods } from '../rules/opening-hours.js';
import type { Interval } from '../rules/interval.js';
import { withBuffers } from '../rules/policy.js';
import { zoneOffsets } from '../rules/zone-time.js';

const dayMs = 24 * 60 * 60_000;
/** No buffer is longer. */
export const longestBufferMs = dayMs;
/** A longer wish is refused by its length; nobody waits until its opening hours are computed. */
const longestWishMs = 31 * dayMs;

/**
 * What every question about a hub's calendar needs, without the calendar itself.
 * @param range for which the opening hours are wanted
 */
export function sharedFacts(place: Place, range: Interval, to: { now: Date; isStaff: boolean }): SharedFacts {
  return {
    opening: openingPeriods(place.opening, range),
    offsetAt: zoneOffsets(place.hub.timeZone),
    now: to.now.getTime(),
    isStaff: to.isStaff,
  };
}

/** Somebody who wishes for something, now. */
interface Asked {
  readonly wish: BookingWish;
  readonly viewer: Viewer;
  readonly now: Date;
  /** A booking that would make way for the wish. */
  readonly leaveOut?: string | undefined;
  /** Whether what comes after the time matters, too: how long it could be. */
  readonly lookAround?: boolean;
}

/** Loads what a wish is decided by. */
@Injectable()
export class BookingFactsLoader {
  constructor(
    private readonly allocations: AllocationRepository,
    private readonly people: PersonFactsRepository,
  ) {}

  /** As `loadAll`, for one. */
  async load(reader: Reader, wish: BookingWish, by: Omit<Asked, 'wish'>): Promise<DecisionFacts> {
    const [facts] = await this.loadAll(reader, [{ wish, ...by }]);
    if (facts === undefined) throw new Error('nothing was read');
    return facts;
  }

  /**
   * Two queries, however many ask.
   * @param reader the transaction when the count must hold in it
   * @returns in the order of those who ask
   */
  async loadAll(reader: Reader, asked: readonly Asked[]): Promise<DecisionFacts[]> {
    const people = await this.people.loadAll(reader, asked.map(personOf));
    const occupations = await this.allocations.occupationsOfEach(reader, asked.map(calendarOf));
    const sharedFactsOf = sharingOpeningHours(asked);
    return asked.map((each, index) => {
      const person = people[index];
      if (person === undefined) throw new Error('nobody was read');
      return { shared: sharedFactsOf(each), busy: busyTimes(occupations[index] ?? []), person };
    });
  }
}

/** Opening hours are worked out once for all who wish for times of the same hub in the same week. */
function sharingOpeningHours(asked: readonly Asked[]): (each: Asked) => SharedFacts {
  const weekOf = ({ wish }: Asked): string => `${wish.place.hub.id}/${Math.floor(wish.time.start / (7 * dayMs))}`;
  const weeks = new Map<string, SharedFacts>();
  for (const [week, together] of groupBy(asked, weekOf)) {
    const [{ wish, now }] = together;
    const ranges = together.map((each) => rangeOf(each.wish.time));
    const start = Math.min(...ranges.map((range) => range.start));
    const end = Math.max(...ranges.map((range) => range.end));
    weeks.set(week, sharedFacts(wish.place, { start, end }, { now, isStaff: false }));
  }
  return (each) => {
    const shared = weeks.get(weekOf(each));
    if (shared === undefined) throw new Error('somebody came later');
    return { ...shared, now: each.now.getTime(), isStaff: isStaffOf(each.viewer, each.wish.place.hub.id) };
  };
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, [Item, ...Item[]]> {
  const groups = new Map<string, [Item, ...Item[]]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}

function personOf({ wish: { place, category, time }, viewer, now, leaveOut }: Asked) {
  return { accountId: viewer.accountId, hubId: place.hub.id, category, now, around: rangeOf(time), leaveOut };
}

function calendarOf({ wish, leaveOut, lookAround = false }: Asked): OccupationQuery {
  const resourceIds = wish.options.flatMap((option) => option.occupied.map((part) => part.resourceId));
  const around = lookAround || wish.options.length > 1 ? daysAround(wish) : occupiedBy(wish);
  return { resourceIds: [...new Set(resourceIds)], ...around, leaveOut };
}

/** Enough to choose among units by the gaps that are left. */
function daysAround({ time }: BookingWish): Interval {
  const { start, end } = rangeOf(time);
  return { start: start - longestBufferMs, end: end + longestBufferMs };
}

/** What others occupy holds their own buffers. */
function occupiedBy({ time, options }: BookingWish): Interval {
  const range = rangeOf(time);
  const [option] = options;
  return option === undefined ? range : withBuffers(range, option.policy);
}

/** The wish's time, made to last at least a moment and at most a month. */
function rangeOf({ start, end }: Interval): Interval {
  return { start, end: Math.min(Math.max(end, start + 1), start + longestWishMs) };
}
