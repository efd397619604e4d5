import { Injectable } from '@nestjs/common';
import type { Availability, AvailabilityQuery } from '#libs/contracts';
import { isStaffOf, type Viewer } from '#libs/people';
import { Clock, Database, Problem } from '#libs/platform';
import { AllocationRepository, busyTimes } from './allocation.repository.js';
import { longestBufferMs, sharedFacts } from '../making/booking-facts.js';
import { busyOf, optionOf, slotFactsOf, type BookingOption, type BusyTimes } from '../making/booking-option.js';
import { isoInstant, isoRange } from './iso-range.js';
import { assertWithinHorizon } from './planning-horizon.js';
import type { Place } from '../hub/place.js';
import { PlaceRepository } from '../hub/place.repository.js';
import type { ResourceEntity } from '../hub/resource.entity.js';
import { PoolArranger, type LoadedPool } from '../making/pool-arranger.service.js';
import { poolAvailability } from './pool-availability.js';
import type { PoolEntity } from '../hub/pool.entity.js';
import { freeSlots } from '../rules/free-slots.js';
import type { Interval } from '../rules/interval.js';

const longestRangeMs = 31 * 24 * 60 * 60_000;

/** One resource of the answer. */
interface Unit {
  resource: ResourceEntity;
  option: BookingOption;
  free: readonly Interval[];
}

/** When things are free. Holds no names. */
@Injectable()
export class AvailabilityService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly places: PlaceRepository,
    private readonly allocations: AllocationRepository,
    private readonly arranger: PoolArranger,
  ) {}

  /**
   * Free and occupied time of a hub's resources and pools; two queries, however many there are, and a third one where
   * a pool has units to choose from.
   * @param viewer staff see beyond the residents' horizon
   * @throws Problem `request.invalid` when the range is empty or longer than 31 days, `booking.refused` when it begins
   *   beyond the horizon of staff, `not_found`
   */
  async availability(hub: string, query: AvailabilityQuery, viewer: Viewer | undefined): Promise<Availability> {
    const range = readRange(query);
    const now = this.clock.now();
    assertWithinHorizon(range.start, now);
    const place = await this.places.place(hub);
    const isWanted = (thing: { category: string }) => query.category === undefined || thing.category === query.category;
    const resources = place.offered.filter(isWanted);
    const busy = await this.busy(place, resources, range);
    const shared = sharedFacts(place, range, { now, isStaff: isStaffOf(viewer, place.hub.id) });
    const units = resources.map((resource): Unit => {
      const option = optionOf(place, [resource]);
      return { resource, option, free: option.bookable ? freeSlots(slotFactsOf(option, shared, busy), range) : [] };
    });
    const pools = place.pools.filter(isWanted);
    const loaded = await this.loadPools(place, pools, { range, now });
    return {
      items: units.map((unit) => ({
        resource: unit.resource.slug,
        freeSlots: unit.free.map(isoRange),
        busy: busyView(unit.option, busy, range),
      })),
      pools: pools.map((pool) => {
        const free = units.filter((unit) => unit.resource.poolId === pool.id).map((unit) => unit.free);
        const slots = poolAvailability(free, loaded.get(pool.id), { shared, range });
        return { pool: pool.slug, freeSlots: slots.map(isoRange) };
      }),
      opening: shared.opening.map(isoRange),
      nextCursor: null,
    };
  }

  /** The pools in which bookings can change units. */
  private async loadPools(
    place: Place,
    pools: readonly PoolEntity[],
    { range, now }: { range: Interval; now: Date },
  ): Promise<ReadonlyMap<string, LoadedPool>> {
    const changing = pools.filter((pool) => place.unitsOf(pool).length > 1);
    if (changing.length === 0) return new Map();
    return this.arranger.loadAll(this.database, { place, pools: changing, range, now });
  }

  private async busy(place: Place, resources: readonly ResourceEntity[], range: Interval): Promise<BusyTimes> {
    const ids = resources.flatMap((resource) => place.withParts(resource).map((part) => part.id));
    // What lies just outside still keeps its neighbours' buffers away.
    const around = { start: range.start - longestBufferMs, end: range.end + longestBufferMs };
    return busyTimes(await this.allocations.occupations(this.database, [...new Set(ids)], around));
  }
}

function readRange({ from, to }: AvailabilityQuery): Interval {
  const range = { start: Date.parse(from), end: Date.parse(to) };
  const fault = range.end <= range.start ? 'must be after from' : 'must be at most 31 days after from';
  if (range.end <= range.start || range.end - range.start > longestRangeMs) {
    throw new Problem('request.invalid', { errors: [{ path: 'to', message: fault }] });
  }
  return range;
}

function busyView(option: BookingOption, busy: BusyTimes, range: Interval) {
  return busyOf(option, busy).map(({ kind, start, end }) => ({
    startsAt: isoInstant(Math.max(start, range.start)),
    endsAt: isoInstant(Math.min(end, range.end)),
    kind,
  }));
}
