import { Injectable } from '@nestjs/common';
import type { BrokenRule } from '#libs/platform';
import { AllocationRepository, busyTimes, type Reader } from '../calendar/allocation.repository.js';
import { decideWish, type DecisionFacts } from '../making/booking-decision.js';
import { longestBufferMs, sharedFacts } from '../making/booking-facts.js';
import type { BookingOption, Occupation } from '../making/booking-option.js';
import type { BookingWish } from '../making/booking-wish.js';
import type { Interval } from '../rules/interval.js';
import { anybody } from '../rules/person-rules.js';
import { withBuffers } from '../rules/policy.js';

/** What every date of a series takes. */
export type SeriesWish = Omit<BookingWish, 'time'>;

/** One date of a series, before it is booked. */
export interface SeriesDate {
  readonly position: number;
  readonly time: Interval;
}

/** A date with what it would take; `broken` is empty exactly when there is an option. */
export interface PlannedDate extends SeriesDate {
  readonly option: BookingOption | undefined;
  readonly broken: readonly BrokenRule[];
}

/** Decides the dates of a series, one after the other, as if staff booked each. */
@Injectable()
export class SeriesPlanner {
  constructor(private readonly allocations: AllocationRepository) {}

  /**
   * One query, however many dates there are.
   * @param dates at least one, in order
   * @returns in the same order; dates that overlap others of the series are broken as well
   */
  async plan(reader: Reader, wish: SeriesWish, { dates, now }: { dates: readonly SeriesDate[]; now: Date }) {
    const range = spanOf(dates);
    const resourceIds = wish.options.flatMap((option) => option.occupied.map((part) => part.resourceId));
    const around = { start: range.start - longestBufferMs, end: range.end + longestBufferMs };
    const occupations = await this.allocations.occupations(reader, [...new Set(resourceIds)], around);
    const shared = sharedFacts(wish.place, range, { now, isStaff: true });
    return planDates(wish, dates, { shared, busy: busyTimes(occupations), person: anybody });
  }
}

function planDates(wish: SeriesWish, dates: readonly SeriesDate[], facts: DecisionFacts): PlannedDate[] {
  const busy = new Map([...facts.busy].map(([id, taken]): [string, Occupation[]] => [id, [...taken]]));
  return dates.map((date) => {
    const { allowed, broken } = decideWish({ ...wish, time: date.time }, { ...facts, busy });
    const [option] = allowed;
    if (option !== undefined) occupy(busy, option, date.time);
    return { ...date, option, broken };
  });
}

function occupy(busy: Map<string, Occupation[]>, option: BookingOption, time: Interval): void {
  for (const { resourceId } of option.occupied) {
    const taken = { ...withBuffers(time, option.policy), resourceId, kind: 'booking' as const };
    busy.set(resourceId, [...(busy.get(resourceId) ?? []), taken]);
  }
}

function spanOf(dates: readonly SeriesDate[]): Interval {
  return {
    start: Math.min(...dates.map(({ time }) => time.start)),
    end: Math.max(...dates.map(({ time }) => time.end)),
  };
}
