import { Injectable } from '@nestjs/common';
import type { ChangeSeries, Locale, SeriesChangePreview, SeriesScope } from '#libs/contracts';
import { isStaffOf, type Viewer } from '#libs/people';
import { Clock, Database, describeRule, Problem, type Transaction } from '#libs/platform';
import type { Asking } from '../booking/asking.js';
import { despiteRivals } from '../calendar/despite-rivals.js';
import { enterGate } from '../calendar/hub-gate.js';
import { isoRange } from '../calendar/iso-range.js';
import { rehearse } from '../calendar/rehearse.js';
import type { Place } from '../hub/place.js';
import { PlaceRepository } from '../hub/place.repository.js';
import { announceSeries } from './series-announcement.js';
import { seriesConflicts } from './series-conflicts.js';
import { SeriesDatesRepository, type DateRow } from './series-dates.repository.js';
import { SeriesMover, type ChangedDate, type SeriesWork } from './series-mover.js';
import { seriesVersion } from './series-view.js';
import { SeriesRepository, type SeriesRow } from './series.repository.js';

/** Which dates of which series are changed, and how. */
export interface SeriesChange {
  readonly seriesId: string;
  /** The date that is named; `following` counts from it. */
  readonly bookingId: string;
  readonly scope: SeriesScope;
  readonly change: ChangeSeries;
  /** Versions of which one must be the series' present one; any will do when it is left out. */
  readonly ifMatch?: readonly number[] | undefined;
}

/** Moves and cancels dates of a series: one, this and the following, or all. */
@Injectable()
export class SeriesChanges {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly places: PlaceRepository,
    private readonly series: SeriesRepository,
    private readonly dates: SeriesDatesRepository,
    private readonly mover: SeriesMover,
  ) {}

  /**
   * Changes the dates that have not begun, all or none. A move keeps to the wall clock: every date moves by as much as
   * the named one, whatever its offset.
   * @throws Problem `not_found`, `precondition.failed`, `booking.wrong_state` when the named date has begun or is over or
   *   cancelled, `series.conflicts` when a date cannot be moved
   */
  async apply(request: SeriesChange, viewer: Viewer): Promise<void> {
    await this.open(request, viewer, async (tx, work) => {
      const changed = await this.perform(tx, work, request.change);
      if (changed.some(({ broken }) => broken.length > 0)) throw seriesConflicts(changed.map(decidedDate));
      const ids = new Set(changed.map(({ bookingId }) => bookingId));
      const dates = (await this.dates.all(tx, work.series.id)).filter(({ bookingId }) => ids.has(bookingId));
      announceSeries(tx, { series: work.series, dates, viewer, action: request.change.action });
    });
  }

  /**
   * What `apply` would do to each date, and what stands in its way; does exactly the same and takes it back.
   * @throws Problem as `apply`, but for conflicts, which it tells
   */
  async preview(request: SeriesChange, { viewer, locale }: Asking): Promise<SeriesChangePreview> {
    const changed = await this.open(request, viewer, (tx, work) =>
      rehearse(tx, (rehearsal) => this.perform(rehearsal, work, request.change)),
    );
    return { items: changed.map((date) => changedView(date, locale)), nextCursor: null };
  }

  private perform(tx: Transaction, work: SeriesWork, change: ChangeSeries): Promise<ChangedDate[]> {
    return change.action === 'cancel' ? this.mover.cancel(tx, work) : this.mover.move(tx, work, change);
  }

  private open<T>(
    request: SeriesChange,
    viewer: Viewer,
    work: (tx: Transaction, locked: SeriesWork) => Promise<T>,
  ): Promise<T> {
    return despiteRivals(async () => {
      const series = await this.series.find(this.database, request.seriesId);
      if (series === undefined || !isStaffOf(viewer, series.hubId)) throw new Problem('not_found');
      const place = await this.places.place(series.hubId);
      return this.database.transaction(async (tx) => work(tx, await this.lock(tx, { place, series, request })));
    });
  }

  private async lock(
    tx: Transaction,
    { place, series, request }: { place: Place; series: SeriesRow; request: SeriesChange },
  ): Promise<SeriesWork> {
    const now = this.clock.now();
    await enterGate(tx, series.hubId);
    const ownVersion = await this.series.lock(tx, series.id);
    await this.dates.lock(tx, series.id);
    const all = await this.dates.all(tx, series.id);
    const named = all.find(({ bookingId }) => bookingId === request.bookingId);
    if (named === undefined) throw new Problem('not_found');
    if (request.ifMatch?.includes(seriesVersion(ownVersion, all)) === false) throw new Problem('precondition.failed');
    const isOpen = ({ status, startsAt }: DateRow) => status === 'confirmed' && startsAt > now;
    if (!isOpen(named)) throw new Problem('booking.wrong_state');
    const dates = all.filter((date) => isOpen(date) && isInScope(date, named, request.scope));
    return { place, series, named, dates, now };
  }
}

function isInScope(date: DateRow, named: DateRow, scope: SeriesScope): boolean {
  switch (scope) {
    case 'one':
      return date.bookingId === named.bookingId;
    case 'following':
      return date.position >= named.position;
    case 'all':
      return true;
  }
}

function decidedDate({ from, to, broken }: ChangedDate) {
  return { time: to ?? from, broken };
}

function changedView({ bookingId, from, to, broken }: ChangedDate, locale: Locale) {
  return {
    bookingId,
    from: isoRange(from),
    to: to === undefined ? null : isoRange(to),
    reasons: broken.map((rule) => describeRule(rule, locale)),
  };
}
