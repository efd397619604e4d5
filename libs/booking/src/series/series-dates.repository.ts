import { Injectable } from '@nestjs/common';
import type { BookingState } from '#libs/contracts';
import type { Transaction } from '#libs/platform';
import type { Reader } from '../calendar/allocation.repository.js';
import { RivalError } from '../calendar/despite-rivals.js';
import type { FreedSlot } from '../waiting-list/freed-slots.service.js';

/** A date as it is about to be written. */
export interface DateDraft {
  bookingId?: string;
  position: number;
  startsAt: Date;
  endsAt: Date;
  /** Buffers included. */
  occupiedFrom: Date;
  occupiedTo: Date;
  parts: readonly { resourceId: string; isTarget: boolean }[];
}

/** A date as it stands. */
export interface DateRow {
  bookingId: string;
  position: number;
  status: BookingState;
  version: number;
  startsAt: Date;
  endsAt: Date;
  resources: string[];
}

/** The dates of series as bookings: however many there are, a fixed number of statements. */
@Injectable()
export class SeriesDatesRepository {
  /**
   * Makes the bookings of all dates with everything they occupy.
   * @returns in the order of the dates
   * @throws RivalError when something of it was taken in the meantime
   */
  async insert(tx: Transaction, seriesId: string, drafts: readonly DateDraft[], now: Date): Promise<DateRow[]> {
    const [row] = await tx.query<{ taken: number }>(insertSql, [seriesId, JSON.stringify(drafts), now]);
    assertAll(row?.taken, drafts);
    return this.all(tx, seriesId);
  }

  /** All dates of a series that were ever booked, in order. */
  async all(reader: Reader, seriesId: string): Promise<DateRow[]> {
    return reader.query<DateRow>(allSql, [seriesId]);
  }

  /** Locks every booking of a series until the transaction ends. */
  async lock(tx: Transaction, seriesId: string): Promise<void> {
    await tx.query(`SELECT FROM booking WHERE series_id = $1 ORDER BY id FOR UPDATE`, [seriesId]);
  }

  /** Cancels bookings; what they occupied stays as history. */
  async cancel(tx: Transaction, bookingIds: readonly string[], now: Date): Promise<FreedSlot[]> {
    await tx.query(
      `UPDATE booking SET status = 'cancelled', next_step_at = NULL, version = version + 1, updated_at = $2
       WHERE id = ANY ($1)`,
      [bookingIds, now],
    );
    return tx.query<FreedSlot>(
      `WITH freed AS (UPDATE allocation SET active = false WHERE booking_id = ANY ($1) AND active
         RETURNING resource_id, during)
       ${freedSql}`,
      [bookingIds],
    );
  }

  /** Lets go of what bookings occupy, so that they can be given other times. */
  async vacate(tx: Transaction, bookingIds: readonly string[]): Promise<FreedSlot[]> {
    return tx.query<FreedSlot>(
      `WITH freed AS (DELETE FROM allocation WHERE booking_id = ANY ($1) RETURNING resource_id, during) ${freedSql}`,
      [bookingIds],
    );
  }

  /**
   * Gives bookings that occupy nothing their new times.
   * @throws RivalError when something of it was taken in the meantime
   */
  async move(tx: Transaction, drafts: readonly DateDraft[], now: Date): Promise<void> {
    await this.occupy(tx, drafts);
    await tx.query(
      `UPDATE booking b SET starts_at = d."startsAt", ends_at = d."endsAt", next_step_at = d."endsAt",
         version = version + 1, updated_at = $2
       FROM jsonb_to_recordset($1)
         AS d("bookingId" uuid, "startsAt" timestamptz, "endsAt" timestamptz)
       WHERE b.id = d."bookingId"`,
      [JSON.stringify(drafts), now],
    );
  }

  private async occupy(tx: Transaction, drafts: readonly DateDraft[]): Promise<void> {
    const rows = await tx.query(
      `INSERT INTO allocation (resource_id, during, kind, booking_id, is_target)
       SELECT part."resourceId", tstzrange(d."occupiedFrom", d."occupiedTo"), 'booking', d."bookingId", part."isTarget"
       FROM jsonb_to_recordset($1)
           AS d("bookingId" uuid, "occupiedFrom" timestamptz, "occupiedTo" timestamptz, parts jsonb)
         CROSS JOIN jsonb_to_recordset(d.parts) AS part("resourceId" uuid, "isTarget" boolean)
       ORDER BY part."resourceId", d."occupiedFrom"
       ON CONFLICT DO NOTHING RETURNING id`,
      [JSON.stringify(drafts)],
    );
    assertAll(rows.length, drafts);
  }
}

function assertAll(taken: number | undefined, drafts: readonly DateDraft[]): void {
  const wanted = drafts.map(({ parts }) => parts.length).reduce((sum, count) => sum + count, 0);
  if (taken !== wanted) throw new RivalError();
}

const freedSql = `
  SELECT r.hub_id AS "hubId", r.id AS "resourceId", (extract(epoch FROM lower(freed.during)) * 1000)::float8 AS start,
    (extract(epoch FROM upper(freed.during)) * 1000)::float8 AS "end"
  FROM freed JOIN resource r ON r.id = freed.resource_id`;

// Allocations are inserted by resource and time, so that whoever writes several at once waits instead of deadlocking;
// a lost race is a missing row. Bookings come in the same statement: what guards them looks at both.
const insertSql = `
  WITH wanted AS MATERIALIZED (
    SELECT uuidv7() AS id, d.* FROM jsonb_to_recordset($2)
      AS d(position integer, "startsAt" timestamptz, "endsAt" timestamptz, "occupiedFrom" timestamptz,
        "occupiedTo" timestamptz, parts jsonb)),
  taken AS (
    INSERT INTO allocation (resource_id, during, kind, booking_id, is_target)
    SELECT part."resourceId", tstzrange(w."occupiedFrom", w."occupiedTo"), 'booking', w.id, part."isTarget"
    FROM wanted w CROSS JOIN jsonb_to_recordset(w.parts) AS part("resourceId" uuid, "isTarget" boolean)
    ORDER BY part."resourceId", w."occupiedFrom"
    ON CONFLICT DO NOTHING
    RETURNING id),
  made AS (
    INSERT INTO booking (id, hub_id, account_id, pool_id, category, status, starts_at, ends_at, purpose, series_id,
      series_position, next_step_at, created_at, updated_at)
    SELECT w.id, s.hub_id, s.account_id, s.pool_id, s.category, 'confirmed', w."startsAt", w."endsAt", s.purpose, s.id,
      w.position, w."endsAt", $3, $3
    FROM wanted w, booking_series s WHERE s.id = $1)
  SELECT count(*)::int AS taken FROM taken`;

const allSql = `
  SELECT b.id AS "bookingId", b.series_position AS position, b.status, b.version, b.starts_at AS "startsAt",
    b.ends_at AS "endsAt", target.resources
  FROM booking b
  CROSS JOIN LATERAL (
    SELECT coalesce(jsonb_agg(r.slug ORDER BY r.position, r.slug), '[]') AS resources
    FROM allocation x JOIN resource r ON r.id = x.resource_id
    WHERE x.booking_id = b.id AND x.is_target) target
  WHERE b.series_id = $1
  ORDER BY b.series_position`;
