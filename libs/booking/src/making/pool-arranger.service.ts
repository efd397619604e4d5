import { Injectable } from '@nestjs/common';
import type { BrokenRule, Transaction } from '#libs/platform';
import type { Reader } from '../calendar/allocation.repository.js';
import { bookingFactsOf, optionOf, type BookingOption } from './booking-option.js';
import type { DecisionFacts } from './booking-decision.js';
import type { BookingWish } from './booking-wish.js';
import { PoolCalendarRepository, type PoolCalendar, type UnitMove } from './pool-calendar.repository.js';
import { assignUnits, type Job } from '../rules/assign-units.js';
import { decideBooking } from '../rules/decide-booking.js';
import type { Interval } from '../rules/interval.js';
import { withBuffers } from '../rules/policy.js';
import type { Place } from '../hub/place.js';
import type { PoolEntity } from '../hub/pool.entity.js';

/** How a wish for a pool can be fulfilled although no unit is free for the whole of it. */
export interface Arrangement {
  readonly option: BookingOption;
  /** Bookings that have to change units first. */
  readonly moves: readonly UnitMove[];
}

/** A pool with what stands on its units in some range, and whatever that may have to make way for. */
export interface LoadedPool {
  readonly place: Place;
  /** Units that take nothing else along; only between these bookings move. */
  readonly options: ReadonlyMap<string, BookingOption>;
  readonly calendar: PoolCalendar;
}

/** Which pools are read, and as of when. */
interface PoolsToLoad {
  readonly place: Place;
  readonly pools: readonly PoolEntity[];
  readonly range: Interval;
  readonly now: Date;
  /** A booking whose time does not count. */
  readonly leaveOut?: string | undefined;
}

/** Makes room in pools by moving bookings that have not begun to other units. Their people see no difference. */
@Injectable()
export class PoolArranger {
  constructor(private readonly calendars: PoolCalendarRepository) {}

  /**
   * Whether moving could help: nothing but the lack of a free unit stands in the way.
   * @param broken why the wish is refused
   */
  mayHelp({ pool, options }: BookingWish, broken: readonly BrokenRule[]): boolean {
    const isTakenOnly = broken.length > 0 && broken.every((rule) => rule.code === 'booking.overlap');
    return pool !== null && options.length > 1 && isTakenOnly;
  }

  /**
   * @param facts of the wish as it was refused; `leaveOut` is a booking that would make way for it
   * @returns undefined when no arrangement of the bookings could fulfil it
   */
  async find(
    reader: Reader,
    wish: BookingWish,
    facts: DecisionFacts & { leaveOut?: string },
  ): Promise<Arrangement | undefined> {
    const { place, pool, time } = wish;
    if (pool === null) return undefined;
    const now = new Date(facts.shared.now);
    const loaded = await this.load(reader, { place, pool, range: time, now, leaveOut: facts.leaveOut });
    return arrange(loaded, wish, facts);
  }

  /** Reads a pool; one query. */
  async load(reader: Reader, { pool, ...at }: Omit<PoolsToLoad, 'pools'> & { pool: PoolEntity }): Promise<LoadedPool> {
    const loaded = (await this.loadAll(reader, { ...at, pools: [pool] })).get(pool.id);
    if (loaded === undefined) throw new Error(`pool ${pool.id} was not read`);
    return loaded;
  }

  /**
   * Reads several pools of a hub; one query, however many there are.
   * @returns by the pool's id
   */
  async loadAll(reader: Reader, { place, pools, range, ...of }: PoolsToLoad): Promise<ReadonlyMap<string, LoadedPool>> {
    const optionsOf = new Map(pools.map((pool) => [pool.id, arrangeableUnits(place, pool)]));
    const units = [...optionsOf.values()].flatMap((options) => [...options]);
    const resourceIds = units.map(([id]) => id);
    const buffers = units.flatMap(([, { policy }]) => [policy.bufferBeforeMinutes, policy.bufferAfterMinutes]);
    const bufferMs = Math.max(0, ...buffers) * 60_000;
    const { movable, fixed } = await this.calendars.load(reader, { resourceIds, range, bufferMs, ...of });
    const loadedPool = (options: LoadedPool['options']): LoadedPool => ({
      place,
      options,
      calendar: {
        movable: movable.filter(({ resourceId }) => options.has(resourceId)),
        fixed: new Map([...fixed].filter(([resourceId]) => options.has(resourceId))),
      },
    });
    return new Map([...optionsOf].map(([id, options]) => [id, loadedPool(options)]));
  }

  /**
   * Moves the bookings.
   * @returns false when one of them can no longer be moved; what was written must then be rolled back
   * @throws QueryFailedError when a unit is taken
   */
  async apply(tx: Transaction, moves: readonly UnitMove[], now: Date): Promise<boolean> {
    return moves.length === 0 || this.calendars.move(tx, moves, now);
  }
}

/**
 * Records moves that have come to stay.
 * @param accountId who caused them; null when it was time
 */
export function recordMoves(tx: Transaction, moves: readonly UnitMove[], accountId: string | null): void {
  for (const { bookingId, from, to } of moves) {
    const subject = { subjectType: 'booking' as const, subjectId: bookingId };
    tx.record({ accountId, action: 'booking.reassign', ...subject, details: { from, to } });
  }
}

/** The units between which bookings move: those that take nothing else along. */
function arrangeableUnits(place: Place, pool: PoolEntity): Map<string, BookingOption> {
  const units = place.unitsOf(pool).filter((unit) => unit.bookable && place.withParts(unit).length === 1);
  return new Map(units.map((unit) => [unit.id, optionOf(place, [unit])]));
}

const wanted = 'wanted';

/**
 * @param wish for the loaded pool, at any time that the loaded range holds
 * @returns undefined when no arrangement could fulfil it
 */
export function arrange(loaded: LoadedPool, wish: BookingWish, facts: DecisionFacts): Arrangement | undefined {
  const on = new Map<string, Interval>();
  for (const [resourceId, option] of loaded.options) {
    const broken = decideBooking(wish.time, bookingFactsOf(option, facts));
    if (broken.every((rule) => rule.code === 'booking.overlap'))
      on.set(resourceId, withBuffers(wish.time, option.policy));
  }
  const assigned = assignUnits([{ id: wanted, on }, ...jobsOf(loaded)], unitsOf(loaded));
  const option = loaded.options.get(assigned?.get(wanted) ?? '');
  return assigned && option && { option, moves: movesOf(loaded, assigned) };
}

/** The units of a pool as the search takes them. */
export function unitsOf({ calendar }: LoadedPool) {
  return [...calendar.fixed].map(([id, fixed]) => ({ id, fixed }));
}

/** The bookings that may be moved, each with the units that would do: those in order by its start. */
export function jobsOf({ calendar, options }: LoadedPool): Job[] {
  return calendar.movable.map(({ bookingId, resourceId, time, occupied }) => {
    const on = new Map<string, Interval>();
    for (const [id, { policy, outOfOrderUntil }] of options) {
      const isInOrder = outOfOrderUntil === undefined || (outOfOrderUntil !== null && outOfOrderUntil <= time.start);
      if (isInOrder) on.set(id, withBuffers(time, policy));
    }
    return { id: bookingId, on: on.set(resourceId, occupied), current: resourceId };
  });
}

/** What has to change for an assignment to hold. */
export function movesOf({ calendar, options }: LoadedPool, assigned: ReadonlyMap<string, string>): UnitMove[] {
  return calendar.movable.flatMap(({ bookingId, resourceId: from, time }) => {
    const to = assigned.get(bookingId) ?? from;
    const policy = options.get(to)?.policy;
    return to === from || policy === undefined ? [] : [{ bookingId, from, to, occupied: withBuffers(time, policy) }];
  });
}
