import { Injectable } from '@nestjs/common';
import { isStaffOf, type Viewer } from '#libs/people';
import { Database, Problem } from '#libs/platform';
import { SeriesDatesRepository } from './series-dates.repository.js';
import { seriesVersion } from './series-view.js';
import { SeriesRepository } from './series.repository.js';

/** Which series is called what on the hub's board. */
export interface TitleChange {
  readonly seriesId: string;
  /** Null takes it off the board. */
  readonly publicTitle: string | null;
  /** Versions of which one must be the series' present one; any will do when it is left out. */
  readonly ifMatch?: readonly number[] | undefined;
}

/** Puts series on the hub's board and takes them off it. */
@Injectable()
export class SeriesTitles {
  constructor(
    private readonly database: Database,
    private readonly series: SeriesRepository,
    private readonly dates: SeriesDatesRepository,
  ) {}

  /**
   * Calls a series something else for everybody, or takes it off the board; the title it has already changes nothing.
   * @throws Problem `not_found`, also to everybody but the staff of its hub; `precondition.failed`
   */
  async change({ seriesId, publicTitle, ifMatch }: TitleChange, viewer: Viewer): Promise<void> {
    const known = await this.series.find(this.database, seriesId);
    if (known === undefined || !isStaffOf(viewer, known.hubId)) throw new Problem('not_found');
    await this.database.transaction(async (tx) => {
      const ownVersion = await this.series.lock(tx, seriesId);
      const version = seriesVersion(ownVersion, await this.dates.all(tx, seriesId));
      if (ifMatch?.includes(version) === false) throw new Problem('precondition.failed');
      if (!(await this.series.retitle(tx, seriesId, publicTitle))) return;
      tx.changed(known.hub, 'bookings', 'board');
      // Not the title itself: when a name got into it by mistake, taking it away must take it from everywhere.
      const details = { isOnBoard: publicTitle !== null };
      const { accountId } = viewer;
      tx.record({ accountId, action: 'series.retitle', subjectType: 'series', subjectId: seriesId, details });
    });
  }
}
