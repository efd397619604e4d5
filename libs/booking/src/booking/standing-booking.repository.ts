import { Injectable } from '@nestjs/common';
import type { BookingState, Category, Locale } from '#libs/contracts';
import { Problem, type Transaction } from '#libs/platform';
import type { Reader } from '../calendar/allocation.repository.js';
import { enterGate } from '../calendar/hub-gate.js';
import type { LocalisedText } from '../hub/localised-text.js';
import type { BookingOption } from '../making/booking-option.js';
import type { Interval } from '../rules/interval.js';

/** A stretch of a resource that a booking occupies now, buffers included. */
export interface OccupiedPart extends Interval {
  readonly resourceId: string;
  readonly isTarget: boolean;
  readonly name: LocalisedText;
}

/** What a transition may change of a booking. */
export interface BookingChange {
  status?: BookingState;
  poolId?: string | null;
  category?: Category;
  startsAt?: Date;
  endsAt?: Date;
  expiresAt?: Date | null;
  /** Reminders that were due up to this instant are dealt with. */
  remindedAt?: Date;
  checkedInAt?: Date;
  declineReason?: string;
}

/** A booking as it stands in a transaction that has locked it, with whoever is written to about it. */
export interface StandingBooking {
  readonly id: string;
  readonly version: number;
  readonly status: BookingState;
  readonly hubId: string;
  readonly hub: string;
  readonly hubName: string;
  readonly timeZone: string;
  readonly poolId: string | null;
  readonly poolName: LocalisedText | null;
  readonly category: Category;
  readonly purpose: string | null;
  readonly seriesId: string | null;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly expiresAt: Date | null;
  readonly remindedAt: Date;
  readonly checkedInAt: Date | null;
  readonly declineReason: string | null;
  readonly accountId: string;
  readonly displayName: string;
  /** Null when the person's data were erased. */
  readonly email: string | null;
  readonly locale: Locale;
  readonly reminders: boolean;
  readonly occupied: readonly OccupiedPart[];
}

/** The time a booking was made for, without buffers. */
export function timeOf({ startsAt, endsAt }: Pick<StandingBooking, 'startsAt' | 'endsAt'>): Interval {
  return { start: startsAt.getTime(), end: endsAt.getTime() };
}

/** Reads bookings under a lock and writes what becomes of them. */
@Injectable()
export class StandingBookingRepository {
  /** @returns the hub's id, undefined when there is no such booking */
  async hubOf(reader: Reader, bookingId: string): Promise<string | undefined> {
    const [row] = await reader.query<{ hubId: string }>(`SELECT hub_id AS "hubId" FROM booking WHERE id = $1`, [
      bookingId,
    ]);
    return row?.hubId;
  }

  /**
   * Locks a booking until the transaction ends and reads it as it is then.
   * @returns undefined when there is none
   */
  async lock(
    tx: Transaction,
    { bookingId, hubId }: { bookingId: string; hubId: string },
  ): Promise<StandingBooking | undefined> {
    // Whoever closes the hub holds the gate and then wants the row: nobody waits at the gate with the row in hand.
    await enterGate(tx, hubId);
    // Two statements: what the second one sees was committed before the lock was had.
    await tx.query(`SELECT id FROM booking WHERE id = $1 FOR UPDATE`, [bookingId]);
    const [booking] = await tx.query<StandingBooking>(`${standingSql} WHERE b.id = $1`, [bookingId]);
    return booking;
  }

  /**
   * Locks several bookings in one order for everybody, and reads them as they are then, by start. For whoever has closed
   * the gate.
   */
  async lockAll(tx: Transaction, bookingIds: readonly string[]): Promise<StandingBooking[]> {
    await tx.query(`SELECT id FROM booking WHERE id = ANY($1) ORDER BY id FOR UPDATE`, [bookingIds]);
    return tx.query<StandingBooking>(`${standingSql} WHERE b.id = ANY($1) ORDER BY b.starts_at, b.id`, [bookingIds]);
  }

  /** Bookings of a resource that begin in `[from, to)`, by start; nothing is locked. */
  async beginningIn(
    reader: Reader,
    { resourceId, from, to }: { resourceId: string; from: Date; to: Date },
  ): Promise<StandingBooking[]> {
    return reader.query<StandingBooking>(
      `${standingSql} WHERE b.id IN (
         SELECT booking_id FROM allocation
         WHERE active AND resource_id = $1 AND during && tstzrange($2, $3) AND lower(during) >= $2)
       ORDER BY b.starts_at, b.id`,
      [resourceId, from, to],
    );
  }

  /**
   * Cancels bookings that are locked, and lets go of everything they occupy.
   * @returns them as they are now
   */
  async cancelAll(tx: Transaction, bookings: readonly StandingBooking[], now: Date): Promise<StandingBooking[]> {
    const ids = bookings.map((booking) => booking.id);
    await tx.query(
      `UPDATE booking SET status = 'cancelled', next_step_at = NULL, version = version + 1, updated_at = $2
       WHERE id = ANY($1)`,
      [ids, now],
    );
    await tx.query(`UPDATE allocation SET active = false WHERE booking_id = ANY($1) AND active`, [ids]);
    return bookings.map((booking) => ({ ...booking, status: 'cancelled', version: booking.version + 1 }));
  }

  /**
   * Changes a booking, provided that it is still what it was thought to be.
   * @returns it as it is now
   * @throws Problem `booking.wrong_state` when somebody else has changed it
   */
  async write(
    tx: Transaction,
    before: StandingBooking,
    { change, now, nextStepAt }: { change: BookingChange; now: Date; nextStepAt: Date | null },
  ): Promise<StandingBooking> {
    const after = { ...before, ...change };
    const [row] = await tx.query<{ version: number }>(
      `UPDATE booking SET status = $4, starts_at = $5, ends_at = $6, expires_at = $7, reminded_at = $8,
         checked_in_at = $9, decline_reason = $10, next_step_at = $11, pool_id = $12, category = $13,
         version = version + 1, updated_at = $14
       WHERE id = $1 AND status = $2 AND version = $3 RETURNING version`,
      [
        before.id,
        before.status,
        before.version,
        after.status,
        after.startsAt,
        after.endsAt,
        after.expiresAt,
        after.remindedAt,
        after.checkedInAt,
        after.declineReason,
        nextStepAt,
        after.poolId,
        after.category,
        now,
      ],
    );
    if (row === undefined) throw new Problem('booking.wrong_state');
    return { ...after, version: row.version };
  }

  /** Notes what time has done and will do, without touching what people see of the booking. */
  async noteStep(
    tx: Transaction,
    bookingId: string,
    { remindedAt, nextStepAt }: { remindedAt: Date; nextStepAt: Date | null },
  ): Promise<void> {
    await tx.query(`UPDATE booking SET reminded_at = $2, next_step_at = $3 WHERE id = $1`, [
      bookingId,
      remindedAt,
      nextStepAt,
    ]);
  }

  /** Lets go of everything the booking occupies. */
  async release(tx: Transaction, bookingId: string): Promise<void> {
    await tx.query(`UPDATE allocation SET active = false WHERE booking_id = $1 AND active`, [bookingId]);
  }

  /** Lets go of what lies after `at` and the time that cleaning takes. */
  async cutShort(tx: Transaction, { id, endsAt }: StandingBooking, at: Date): Promise<void> {
    await tx.query(
      `UPDATE allocation SET
         active = lower(during) < upper(during) - ($2::timestamptz - $3::timestamptz),
         during = CASE WHEN lower(during) < upper(during) - ($2::timestamptz - $3::timestamptz)
           THEN tstzrange(lower(during), upper(during) - ($2::timestamptz - $3::timestamptz)) ELSE during END
       WHERE booking_id = $1 AND active`,
      [id, endsAt, at],
    );
  }

  /**
   * Gives a booking other time or other things in the place of what it occupies, or leaves everything as it is. Waits
   * for a rival that is about to commit.
   * @param during buffers included
   * @returns false when something of it is taken
   */
  async occupyInstead(tx: Transaction, bookingId: string, wanted: BookingOption, during: Interval): Promise<boolean> {
    await tx.query('SAVEPOINT occupy_instead');
    await this.vacate(tx, bookingId);
    if (await this.occupy(tx, bookingId, wanted, during)) return true;
    await tx.query('ROLLBACK TO SAVEPOINT occupy_instead');
    return false;
  }

  /** Forgets what a booking occupies, for whoever gives it something else in the same transaction. */
  async vacate(tx: Transaction, bookingId: string): Promise<void> {
    await tx.query(`DELETE FROM allocation WHERE booking_id = $1`, [bookingId]);
  }

  /**
   * Gives time and things to a booking that occupies nothing. Waits for a rival that is about to commit.
   * @param during buffers included
   * @returns false when something of it is taken; what was written must then be rolled back
   */
  async occupy(tx: Transaction, bookingId: string, wanted: BookingOption, during: Interval): Promise<boolean> {
    const rows = await tx.query(
      `INSERT INTO allocation (resource_id, during, kind, booking_id, is_target)
       SELECT part.resource_id, tstzrange($4, $5), 'booking', $1, part.is_target
       FROM unnest($2::uuid[], $3::boolean[]) AS part (resource_id, is_target)
       ORDER BY part.resource_id ON CONFLICT DO NOTHING RETURNING id`,
      [
        bookingId,
        wanted.occupied.map((part) => part.resourceId),
        wanted.occupied.map((part) => part.isTarget),
        new Date(during.start),
        new Date(during.end),
      ],
    );
    return rows.length === wanted.occupied.length;
  }
}

const standingSql = `
  SELECT b.id, b.version, b.status, h.id AS "hubId", h.slug AS hub, h.name AS "hubName", h.time_zone AS "timeZone",
    b.pool_id AS "poolId", p.name AS "poolName", b.category, b.purpose, b.series_id AS "seriesId", b.starts_at AS "startsAt",
    b.ends_at AS "endsAt", b.expires_at AS "expiresAt", coalesce(b.reminded_at, b.created_at) AS "remindedAt",
    b.checked_in_at AS "checkedInAt", b.decline_reason AS "declineReason", a.id AS "accountId",
    a.display_name AS "displayName", a.email, a.locale,
    a.reminders, part.occupied
  FROM booking b
  JOIN hub h ON h.id = b.hub_id
  JOIN account a ON a.id = b.account_id
  LEFT JOIN pool p ON p.id = b.pool_id
  CROSS JOIN LATERAL (
    SELECT coalesce(jsonb_agg(jsonb_build_object('resourceId', r.id, 'isTarget', x.is_target, 'name', r.name,
      'start', (extract(epoch FROM lower(x.during)) * 1000)::bigint,
      'end', (extract(epoch FROM upper(x.during)) * 1000)::bigint) ORDER BY r.position, r.slug), '[]') AS occupied
    FROM allocation x JOIN resource r ON r.id = x.resource_id
    WHERE x.booking_id = b.id AND x.active) part`;
