import { Injectable } from '@nestjs/common';
import type { ChangeSeries } from '#libs/contracts';
import { Problem, type BrokenRule, type Transaction } from '#libs/platform';
import { readWish } from '../making/booking-wish.js';
import { FreedSlots } from '../waiting-list/freed-slots.service.js';
import { isoRange } from '../calendar/iso-range.js';
import type { Place } from '../hub/place.js';
import type { Interval } from '../rules/interval.js';
import { shiftWallTime, wallShift } from '../rules/recurrence.js';
import { dateDraft } from './series-date-draft.js';
import { SeriesDatesRepository, type DateDraft, type DateRow } from './series-dates.repository.js';
import { SeriesPlanner, type PlannedDate, type SeriesDate } from './series-planner.js';
import type { SeriesRow } from './series.repository.js';

type Move = Extract<ChangeSeries, { action: 'move' }>;

/** A change in the making: everything is locked. */
export interface SeriesWork {
  readonly place: Place;
  readonly series: SeriesRow;
  /** The date that the request names. */
  readonly named: DateRow;
  /** What is changed, the named one among them; in order. */
  readonly dates: readonly DateRow[];
  readonly now: Date;
}

/** What became of a date, or would have; `broken` is why it cannot be moved. */
export interface ChangedDate {
  readonly bookingId: string;
  readonly from: Interval;
  /** Undefined when it is cancelled. */
  readonly to: Interval | undefined;
  readonly broken: readonly BrokenRule[];
}

/** Gives dates of a series other times, or none. */
@Injectable()
export class SeriesMover {
  constructor(
    private readonly planner: SeriesPlanner,
    private readonly dates: SeriesDatesRepository,
    private readonly freedSlots: FreedSlots,
  ) {}

  async cancel(tx: Transaction, { dates, now }: SeriesWork): Promise<ChangedDate[]> {
    await this.freedSlots.offer(tx, await this.dates.cancel(tx, idsOf(dates), now));
    return dates.map((date) => ({ bookingId: date.bookingId, from: timeOf(date), to: undefined, broken: [] }));
  }

  /**
   * Moves all the dates or none. What they occupied is let go first, so that a series may move onto its own times.
   * @returns in the order of the dates; when one of them is broken, the transaction has to be undone
   * @throws Problem `request.invalid` when the clock never shows the new time
   */
  async move(tx: Transaction, work: SeriesWork, change: Move): Promise<ChangedDate[]> {
    const { dates, now } = work;
    const moved = movedDates(work, change);
    const freed = await this.dates.vacate(tx, idsOf(dates));
    const planned = await this.planner.plan(tx, wishOf(work), { dates: moved, now });
    const changed = dates.map((date, index): ChangedDate => {
      const { time: to, broken } = plannedAt(planned, index);
      return { bookingId: date.bookingId, from: timeOf(date), to, broken };
    });
    if (changed.some(({ broken }) => broken.length > 0)) return changed;
    const drafts = changed.map(({ bookingId }, index): DateDraft => ({
      ...dateDraft(plannedAt(planned, index)),
      bookingId,
    }));
    await this.dates.move(tx, drafts, now);
    await this.freedSlots.offer(tx, freed);
    return changed;
  }
}

function plannedAt(planned: readonly PlannedDate[], index: number): PlannedDate {
  const date = planned[index];
  if (date === undefined) throw new Error('a date was not planned');
  return date;
}

function wishOf({ place, series, named }: SeriesWork) {
  const target = series.poolId === null ? { resources: series.resourceIds } : { pool: series.poolId };
  return readWish(place, { hub: place.hub.id, ...target, ...isoRange(timeOf(named)) });
}

function movedDates({ place, named, dates }: SeriesWork, { startsAt, durationMinutes }: Move): SeriesDate[] {
  const { timeZone } = place.hub;
  const shift = wallShift(named.startsAt.getTime(), startsAt, timeZone);
  if (shift === undefined) {
    const errors = [{ path: 'startsAt', message: 'is not a time of the hub’s clock' }];
    throw new Problem('request.invalid', { errors });
  }
  return dates.map((date) => {
    const before = timeOf(date);
    const start = shiftWallTime(before.start, timeZone, shift);
    const lastsMs = durationMinutes === undefined ? before.end - before.start : durationMinutes * 60_000;
    return { position: date.position, time: { start, end: start + lastsMs } };
  });
}

function timeOf({ startsAt, endsAt }: DateRow): Interval {
  return { start: startsAt.getTime(), end: endsAt.getTime() };
}

function idsOf(dates: readonly DateRow[]): string[] {
  return dates.map(({ bookingId }) => bookingId);
}
