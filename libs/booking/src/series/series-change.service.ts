import { Injectable } from '@nestjs/common';
import type { ChangeSeries, SeriesScope } from '#libs/contracts';
import { isStaffOf, type Viewer } from '#libs/people';
import { Clock, Database, Problem, type Transaction } from '#libs/platform';
import { despiteRivals } from '../calendar/despite-rivals.js';
import { enterGate } from '../calendar/hub-gate.js';
import type { Place } from '../hub/place.js';
import { PlaceRepository } from '../hub/place.repository.js';
import { announceSeries } from './series-announcement.js';
import { SeriesDatesRepository, type DateRow } from './series-dates.repository.js';
import { SeriesMover, type SeriesWork } from './series-mover.js';
import { SeriesRepository, type SeriesRow } from './series.repository.js';

/** Which dates of which series are changed, and how. */
export interface SeriesChange {
  readonly seriesId: string;
  /** The date that is named; `following` counts from it. */
  readonly bookingId: string;
  readonly scope: SeriesScope;
  readonly change: ChangeSeries;
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
   * @throws Problem `not_found`, `booking.wrong_state` when the named date has begun or is over or cancelled,
   *   `series.conflicts` when a date cannot be moved
   */
  async apply(request: SeriesChange, viewer: Viewer): Promise<void> {
    await despiteRivals(async () => {
      const found = await this.series.find(this.database, request.seriesId);
      if (found === undefined || !isStaffOf(viewer, found.hubId)) throw new Problem('not_found');
      const place = await this.places.place(found.hubId);
      await this.database.transaction(async (tx) => {
        const work = await this.lock(tx, { place, series: found, request });
        if (request.change.action === 'cancel') await this.mover.cancel(tx, work);
        else await this.mover.move(tx, work, request.change);
        const changed = new Set(work.dates.map(({ bookingId }) => bookingId));
        const dates = (await this.dates.all(tx, found.id)).filter(({ bookingId }) => changed.has(bookingId));
        const { action } = request.change;
        announceSeries(tx, { series: found, dates, viewer, action });
      });
    });
  }

  private async lock(
    tx: Transaction,
    { place, series, request }: { place: Place; series: SeriesRow; request: SeriesChange },
  ): Promise<SeriesWork> {
    const now = this.clock.now();
    await enterGate(tx, series.hubId);
    await this.series.lock(tx, series.id);
    await this.dates.lock(tx, series.id);
    const all = await this.dates.all(tx, series.id);
    const named = all.find(({ bookingId }) => bookingId === request.bookingId);
    if (named === undefined) throw new Problem('not_found');
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
