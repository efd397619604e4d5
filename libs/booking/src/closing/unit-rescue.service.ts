import { Injectable } from '@nestjs/common';
import type { Transaction } from '#libs/platform';
import { tryWithoutWaiting } from '../calendar/hub-gate.js';
import type { Place } from '../hub/place.js';
import { jobsOf, movesOf, PoolArranger, recordMoves, unitsOf } from '../making/pool-arranger.service.js';
import type { ResourceEntity } from '../hub/resource.entity.js';
import { assignUnits, type Job, type Unit } from '../rules/assign-units.js';
import { StandingBookingRepository, timeOf, type StandingBooking } from '../booking/standing-booking.repository.js';

/** A unit that some bookings must leave. */
export interface BrokenUnit {
  readonly place: Place;
  readonly resource: ResourceEntity;
  readonly accountId: string | null;
  readonly now: Date;
}

/** A booking that has another unit now; units by slug. */
export interface MovedBooking {
  readonly booking: StandingBooking;
  readonly from: string;
  readonly to: string;
}

/** Finds other units for a pool's bookings when theirs breaks. */
@Injectable()
export class UnitRescue {
  constructor(
    private readonly arranger: PoolArranger,
    private readonly standing: StandingBookingRepository,
  ) {}

  /**
   * Moves as many of the bookings as there is room for, others of the pool along with them where that helps. Whoever
   * booked first is served first when there is not room for all.
   * @param bookings that must leave the unit
   */
  async move(tx: Transaction, unit: BrokenUnit, bookings: readonly StandingBooking[]): Promise<MovedBooking[]> {
    const { place, resource, now } = unit;
    const pool = place.poolOf(resource);
    const ofPool = bookings.filter((booking) => booking.poolId === pool?.id);
    if (pool === undefined || ofPool.length === 0) return [];
    const times = ofPool.map(timeOf);
    const range = { start: Math.min(...times.map((t) => t.start)), end: Math.max(...times.map((t) => t.end)) };
    const loaded = await this.arranger.load(tx, { place, pool, range, now });
    const leaving = new Set(ofPool.map((booking) => booking.id));
    const moves = movesOf(loaded, assignMost(jobsOf(loaded), unitsOf(loaded), { leaving, from: resource.id }));
    const isMoved = await tryWithoutWaiting(tx, async () => (await this.arranger.apply(tx, moves, now)) || undefined);
    if (isMoved === undefined) return [];
    recordMoves(tx, moves, unit.accountId);
    const moved = await this.standing.lockAll(
      tx,
      moves.map((move) => move.bookingId),
    );
    const moveOf = new Map(moves.map((move) => [move.bookingId, move]));
    const slugOf = (id: string | undefined): string => place.findResource(id ?? '')?.slug ?? '';
    return moved.map((booking) => {
      const move = moveOf.get(booking.id);
      return { booking, from: slugOf(move?.from), to: slugOf(move?.to) };
    });
  }
}

/** All of them when that is possible, else one after another in the order in which they were made. */
function assignMost(
  jobs: readonly Job[],
  units: readonly Unit[],
  { leaving, from }: { leaving: ReadonlySet<string>; from: string },
): Map<string, string> {
  const staying = jobs.filter((job) => !leaving.has(job.id));
  const homeless = jobs
    .filter((job) => leaving.has(job.id))
    .map(({ id, on }): Job => ({ id, on: new Map([...on].filter(([unit]) => unit !== from)) }))
    // Ids grow with time.
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const all = assignUnits([...staying, ...homeless], units);
  if (all !== undefined) return all;
  let best = new Map<string, string>();
  const kept: Job[] = [];
  for (const job of homeless) {
    const assigned = assignUnits([...staying, ...kept, job], units);
    if (assigned === undefined) continue;
    best = assigned;
    kept.push(job);
  }
  return best;
}
