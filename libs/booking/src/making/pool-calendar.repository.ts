import { Injectable } from '@nestjs/common';
import type { Transaction } from '#libs/platform';
import type { Reader } from '../calendar/allocation.repository.js';
import type { Interval } from '../rules/interval.js';

/** A pool's booking that may get another unit: it has not begun, and takes nothing but its unit. */
export interface MovableBooking {
  readonly bookingId: string;
  readonly resourceId: string;
  /** Its own time. */
  readonly time: Interval;
  /** What it occupies now, buffers included. */
  readonly occupied: Interval;
}

/** What stands on units of pools. */
export interface PoolCalendar {
  readonly movable: readonly MovableBooking[];
  /** By resource id: everything else. */
  readonly fixed: ReadonlyMap<string, readonly Interval[]>;
}

/** A booking that gets another unit. */
export interface UnitMove {
  readonly bookingId: string;
  readonly from: string;
  readonly to: string;
  /** What it occupies there, buffers included. */
  readonly occupied: Interval;
}

/** Which units are read, and as of when. */
interface UnitsToLoad {
  readonly resourceIds: readonly string[];
  readonly range: Interval;
  readonly bufferMs: number;
  readonly now: Date;
  readonly leaveOut?: string | undefined;
}

interface Row {
  resourceId: string;
  start: number;
  end: number;
  /** Null when it cannot be moved. */
  movable: { id: string; start: number; end: number } | null;
}

/** Reads and rearranges the bookings of a pool's units. */
@Injectable()
export class PoolCalendarRepository {
  /**
   * What stands on the units in a range, and everything that reaches into it through others: a booking two days later
   * may have to move, because the one before it must. One query, whichever pools the units belong to.
   * @param which.bufferMs the longest buffer on any of the units
   * @param which.leaveOut a booking whose time does not count
   */
  async load(reader: Reader, which: UnitsToLoad): Promise<PoolCalendar> {
    const { resourceIds, range, bufferMs, now, leaveOut = null } = which;
    const between = [new Date(range.start - bufferMs), new Date(range.end + bufferMs)];
    const buffer = `${bufferMs} milliseconds`;
    const rows = await reader.query<Row>(loadSql, [resourceIds, ...between, now, leaveOut, buffer]);
    const fixed = new Map<string, Interval[]>(resourceIds.map((id) => [id, []]));
    for (const { resourceId, start, end, movable } of rows) {
      if (movable === null) fixed.get(resourceId)?.push({ start, end });
    }
    return {
      fixed,
      movable: rows.flatMap(({ resourceId, start, end, movable }) =>
        movable === null ? [] : [{ bookingId: movable.id, resourceId, time: movable, occupied: { start, end } }],
      ),
    };
  }

  /**
   * Gives bookings their new units, and with them a new version: all leave before the first one arrives.
   * @returns false when one of them has begun, is being changed by somebody else, or stands elsewhere by now
   * @throws QueryFailedError when a unit is taken
   */
  async move(tx: Transaction, moves: readonly UnitMove[], now: Date): Promise<boolean> {
    const ids = moves.map((move) => move.bookingId);
    const changed = await tx.query(
      `UPDATE booking SET version = version + 1 WHERE id IN (
         SELECT id FROM booking WHERE id = ANY($1) AND status IN ${movableStates} AND starts_at > $2
         ORDER BY id FOR UPDATE SKIP LOCKED)
       RETURNING id`,
      [ids, now],
    );
    if (changed.length < moves.length) return false;
    const left = await tx.query(
      `UPDATE allocation a SET active = false
       FROM unnest($1::uuid[], $2::uuid[]) AS move (booking_id, resource_id)
       WHERE a.booking_id = move.booking_id AND a.resource_id = move.resource_id AND a.active RETURNING a.id`,
      [ids, moves.map((move) => move.from)],
    );
    if (left.length < moves.length) return false;
    await tx.query(
      `UPDATE allocation a SET resource_id = move.resource_id, during = tstzrange(move.from_at, move.to_at), active = true
       FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::timestamptz[], $5::timestamptz[])
         AS move (booking_id, left_id, resource_id, from_at, to_at)
       WHERE a.booking_id = move.booking_id AND a.resource_id = move.left_id AND NOT a.active`,
      [
        ids,
        moves.map((move) => move.from),
        moves.map((move) => move.to),
        moves.map((move) => new Date(move.occupied.start)),
        moves.map((move) => new Date(move.occupied.end)),
      ],
    );
    return true;
  }
}

const movableStates = `('held', 'pending', 'confirmed')`;

// `first` and `last` go outwards until no booking, with any unit's buffer, reaches over them.
const loadSql = `
  WITH RECURSIVE future AS NOT MATERIALIZED (
    SELECT during FROM allocation
    WHERE active AND booking_id IS NOT NULL AND resource_id = ANY($1) AND upper(during) > $4),
  first (at) AS (
    SELECT $2::timestamptz
    UNION SELECT further.at FROM first, LATERAL (
      SELECT min(lower(during)) - $6::interval AS at FROM future
      WHERE during && tstzrange(first.at - $6::interval, first.at + $6::interval, '[]')
        AND lower(during) < first.at + $6::interval AND upper(during) > first.at - $6::interval) further
    WHERE further.at < first.at),
  last (at) AS (
    SELECT $3::timestamptz
    UNION SELECT further.at FROM last, LATERAL (
      SELECT max(upper(during)) + $6::interval AS at FROM future
      WHERE during && tstzrange(last.at - $6::interval, last.at + $6::interval, '[]')
        AND lower(during) < last.at + $6::interval AND upper(during) > last.at - $6::interval) further
    WHERE further.at > last.at)
  SELECT a.resource_id AS "resourceId", (extract(epoch FROM lower(a.during)) * 1000)::float8 AS start,
    (extract(epoch FROM upper(a.during)) * 1000)::float8 AS end,
    CASE WHEN b.pool_id = r.pool_id AND b.status IN ${movableStates} AND b.starts_at > $4
        AND (SELECT count(*) FROM allocation part WHERE part.booking_id = b.id AND part.active) = 1
      THEN jsonb_build_object('id', b.id, 'start', extract(epoch FROM b.starts_at) * 1000,
        'end', extract(epoch FROM b.ends_at) * 1000) END AS movable
  FROM allocation a JOIN resource r ON r.id = a.resource_id LEFT JOIN booking b ON b.id = a.booking_id
  WHERE a.active AND a.resource_id = ANY($1)
    AND a.during && tstzrange((SELECT min(at) FROM first), (SELECT max(at) FROM last))
    AND ($5::uuid IS NULL OR a.booking_id IS DISTINCT FROM $5)`;
