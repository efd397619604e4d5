import { Injectable } from '@nestjs/common';
import type { CreateSeries, Series, SeriesList, SeriesPreview } from '#libs/contracts';
import { isStaffOf, type Viewer } from '#libs/people';
import {
  Clock,
  Database,
  describeRule,
  findEarlierResult,
  Problem,
  rememberResult,
  type Transaction,
} from '#libs/platform';
import type { Asking } from '../booking/asking.js';
import { readWish } from '../making/booking-wish.js';
import { despiteRivals } from '../calendar/despite-rivals.js';
import { assertWithinHorizon } from '../calendar/planning-horizon.js';
import { isoRange } from '../calendar/iso-range.js';
import type { Place } from '../hub/place.js';
import { PlaceRepository } from '../hub/place.repository.js';
import { expandRecurrence } from '../rules/recurrence.js';
import { announceSeries } from './series-announcement.js';
import { seriesConflicts } from './series-conflicts.js';
import { dateDraft } from './series-date-draft.js';
import { SeriesDatesRepository } from './series-dates.repository.js';
import { SeriesPlanner, type PlannedDate, type SeriesDate, type SeriesWish } from './series-planner.js';
import { seriesSummary, seriesView } from './series-view.js';
import { SeriesRepository } from './series.repository.js';

/** Bookings that repeat, for the staff of a hub: workshops, clubs, classes. */
@Injectable()
export class SeriesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly places: PlaceRepository,
    private readonly planner: SeriesPlanner,
    private readonly series: SeriesRepository,
    private readonly dates: SeriesDatesRepository,
  ) {}

  /**
   * Every date of a series and why it could not be booked now; writes nothing.
   * @throws Problem `request.invalid` for a rule without dates or with too many, `booking.refused` when it begins beyond
   *   the horizon of staff, `not_found`, `auth.forbidden`
   */
  async preview(request: CreateSeries, asking: Asking): Promise<SeriesPreview> {
    const { wish, dates } = this.read(await this.placeFor(request, asking.viewer), request);
    const planned = await this.planner.plan(this.database, wish, { dates, now: this.clock.now() });
    const items = planned.map(({ time, broken }) => ({
      ...isoRange(time),
      reasons: broken.map((rule) => describeRule(rule, asking.locale)),
    }));
    return { items, nextCursor: null };
  }

  /**
   * Books all dates in one transaction; with `skip_conflicts`, all that can be booked.
   * @param key the caller's `Idempotency-Key`, if any
   * @throws Problem `series.conflicts` with the broken rules and their dates, when one date cannot be booked or none
   *   can; as `preview`; `idempotency.key_reused`
   */
  async create(request: CreateSeries, asking: Asking, key?: string): Promise<Series> {
    const idempotent = key === undefined ? undefined : { accountId: asking.viewer.accountId, key, body: request };
    const id = await despiteRivals(async () => {
      const place = await this.placeFor(request, asking.viewer);
      return this.database.transaction(async (tx) => {
        const earlier = idempotent && (await findEarlierResult(tx, idempotent));
        if (earlier !== undefined) return earlier;
        const seriesId = await this.write(tx, { place, request, viewer: asking.viewer });
        if (idempotent) await rememberResult(tx, idempotent, seriesId);
        return seriesId;
      });
    });
    return this.get(id, asking);
  }

  /**
   * A hub's series that have dates to come, by the next of them.
   * @throws Problem `not_found`, `auth.forbidden`
   */
  async list(hub: string, { viewer, locale }: Asking): Promise<SeriesList> {
    const { id } = await this.places.hub(hub);
    if (!isStaffOf(viewer, id)) throw new Problem('auth.forbidden');
    const rows = await this.series.coming(this.database, id, this.clock.now());
    return { items: rows.map((row) => seriesSummary(row, locale)), nextCursor: null };
  }

  /** @throws Problem `not_found`, also to everybody but the staff of its hub */
  async get(seriesId: string, { viewer, locale }: Asking): Promise<Series> {
    const series = await this.series.find(this.database, seriesId);
    if (series === undefined || !isStaffOf(viewer, series.hubId)) throw new Problem('not_found');
    return seriesView(series, await this.dates.all(this.database, seriesId), locale);
  }

  private async write(
    tx: Transaction,
    { place, request, viewer }: { place: Place; request: CreateSeries; viewer: Viewer },
  ): Promise<string> {
    const now = this.clock.now();
    const { wish, dates } = this.read(place, request);
    const planned = await this.planner.plan(tx, wish, { dates, now });
    const bookable = bookableDates(planned, request.mode);
    const seriesId = await this.series.insert(tx, {
      hubId: place.hub.id,
      accountId: viewer.accountId,
      category: wish.category,
      poolId: wish.pool?.id ?? null,
      resourceIds: wish.pool === null ? (wish.options[0]?.targets ?? []).map(({ id }) => id) : [],
      rrule: request.rrule,
      startsAt: request.startsAt,
      durationMinutes: request.durationMinutes,
      purpose: wish.purpose,
      publicTitle: request.publicTitle ?? null,
      now,
    });
    const drafts = bookable.map(dateDraft);
    const rows = await this.dates.insert(tx, seriesId, drafts, now);
    const series = await this.series.find(tx, seriesId);
    if (series === undefined) throw new Error(`series ${seriesId} is not there`);
    announceSeries(tx, { series, dates: rows, viewer, action: 'create' });
    return seriesId;
  }

  private async placeFor(request: CreateSeries, viewer: Viewer): Promise<Place> {
    const place = await this.places.place(request.hub);
    if (!isStaffOf(viewer, place.hub.id)) throw new Problem('auth.forbidden');
    return place;
  }

  private read(place: Place, request: CreateSeries): { wish: SeriesWish; dates: SeriesDate[] } {
    const expansion = expandRecurrence({ ...request, timeZone: place.hub.timeZone });
    if ('fault' in expansion) throw new Problem('request.invalid', { errors: [expansion.fault] });
    const dates = expansion.dates.map((time, position) => ({ position, time }));
    const [first] = expansion.dates;
    if (first === undefined) throw new Error('a rule without dates is at fault');
    assertWithinHorizon(first.start, this.clock.now());
    return { wish: readWish(place, { ...request, ...isoRange(first) }), dates };
  }
}

function bookableDates(planned: readonly PlannedDate[], mode: CreateSeries['mode']): PlannedDate[] {
  const bookable = planned.filter(({ option }) => option !== undefined);
  const isEnough = mode === 'skip_conflicts' ? bookable.length > 0 : bookable.length === planned.length;
  if (!isEnough) throw seriesConflicts(planned);
  return bookable;
}
