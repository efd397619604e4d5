import { Injectable } from '@nestjs/common';
import { isStaffOf, type Viewer } from '#libs/people';
import { AllocationRepository, busyTimes, type Reader } from '../calendar/allocation.repository.js';
import type { DecisionFacts } from './booking-decision.js';
import type { SharedFacts } from './booking-option.js';
import type { BookingWish } from './booking-wish.js';
import { PersonFactsRepository } from './person-facts.repository.js';
import type { Place } from '../hub/place.js';
import { openingPeriods } from '../rules/opening-hours.js';
import type { Interval } from '../rules/interval.js';
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

/** Loads what a wish is decided by. */
@Injectable()
export class BookingFactsLoader {
  constructor(
    private readonly allocations: AllocationRepository,
    private readonly people: PersonFactsRepository,
  ) {}

  /**
   * @param reader the transaction when the count must hold in it
   * @param by.leaveOut a booking that would make way for the wish
   */
  async load(
    reader: Reader,
    wish: BookingWish,
    by: { viewer: Viewer; now: Date; leaveOut?: string },
  ): Promise<DecisionFacts> {
    const { place, options, category } = wish;
    const range = rangeOf(wish.time);
    const resourceIds = [...new Set(options.flatMap((option) => option.occupied.map((part) => part.resourceId)))];
    const person = await this.people.load(reader, {
      accountId: by.viewer.accountId,
      hubId: place.hub.id,
      category,
      now: by.now,
      around: range,
      leaveOut: by.leaveOut,
    });
    const around = { start: range.start - longestBufferMs, end: range.end + longestBufferMs };
    const occupations = await this.allocations.occupations(reader, resourceIds, { ...around, leaveOut: by.leaveOut });
    const shared = sharedFacts(place, range, { now: by.now, isStaff: isStaffOf(by.viewer, place.hub.id) });
    return { shared, busy: busyTimes(occupations), person };
  }
}

/** The wish's time, made to last at least a moment and at most a month. */
function rangeOf({ start, end }: Interval): Interval {
  return { start, end: Math.min(Math.max(end, start + 1), start + longestWishMs) };
}
