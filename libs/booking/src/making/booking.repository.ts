import { Injectable } from '@nestjs/common';
import type { BookingState, Category } from '#libs/contracts';
import type { Transaction } from '#libs/platform';
import type { BookingOption } from './booking-option.js';
import type { Interval } from '../rules/interval.js';

/** A booking about to be made. */
export interface BookingDraft {
  hubId: string;
  accountId: string;
  poolId: string | null;
  category: Category;
  time: Interval;
  /** What it occupies, buffers included. */
  occupied: Interval;
  purpose: string | null;
  status: BookingState;
  /** End of a hold; null in every other state. */
  expiresAt: Date | null;
  /** When time moves it on. */
  nextStepAt: Date | null;
  now: Date;
}

/** Writes bookings and their allocations. */
@Injectable()
export class BookingRepository {
  /**
   * Makes parallel requests of one person for one category wait for each other, so that two cannot both see room below
   * the limit. Held until the transaction ends.
   */
  async lockPerson(tx: Transaction, person: { accountId: string; category: Category }): Promise<void> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('booking/' || $1 || '/' || $2, 0))`, [
      person.accountId,
      person.category,
    ]);
  }

  /**
   * The same without waiting, for whoever must not wait for a person's own request.
   * @returns false when the person is booking something of the category at this moment
   */
  async tryLockPerson(tx: Transaction, person: { accountId: string; category: Category }): Promise<boolean> {
    const [row] = await tx.query<{ isLocked: boolean }>(
      `SELECT pg_try_advisory_xact_lock(hashtextextended('booking/' || $1 || '/' || $2, 0)) AS "isLocked"`,
      [person.accountId, person.category],
    );
    return row?.isLocked ?? false;
  }

  /**
   * Makes a booking with everything it occupies, or nothing. Waits for a rival that is about to commit, and never
   * fails with the exclusion constraint: `ON CONFLICT DO NOTHING` turns a lost race into a missing row.
   * @returns the booking's id, undefined when something of it was taken in the meantime
   * @see https://www.postgresql.org/docs/current/sql-insert.html#SQL-ON-CONFLICT
   */
  async insert(tx: Transaction, draft: BookingDraft, option: BookingOption): Promise<string | undefined> {
    const several = option.occupied.length > 1;
    if (several) await tx.query('SAVEPOINT booking_option');
    const { id, taken } = await this.insertRows(tx, draft, option);
    if (taken === option.occupied.length) return id ?? undefined;
    // A single row that was lost has written nothing; of several, some may be there.
    if (several) await tx.query('ROLLBACK TO SAVEPOINT booking_option');
    return undefined;
  }

  private async insertRows(
    tx: Transaction,
    draft: BookingDraft,
    option: BookingOption,
  ): Promise<{ id: string | null; taken: number }> {
    const [row] = await tx.query<{ id: string | null; taken: number }>(insertSql, [
      option.occupied.map((part) => part.resourceId),
      option.occupied.map((part) => part.isTarget),
      new Date(draft.occupied.start),
      new Date(draft.occupied.end),
      draft.hubId,
      draft.accountId,
      draft.poolId,
      draft.category,
      new Date(draft.time.start),
      new Date(draft.time.end),
      draft.purpose,
      draft.now,
      draft.status,
      draft.expiresAt,
      draft.nextStepAt,
    ]);
    if (row === undefined) throw new Error('the insert answered nothing');
    return row;
  }
}

// Rows are inserted by resource id, so that two bundles that share resources wait for each other instead of
// deadlocking. The booking row comes only with an allocation; the foreign key is checked when the statement ends.
const insertSql = `
  WITH new AS (SELECT uuidv7() AS id),
  taken AS (
    INSERT INTO allocation (resource_id, during, kind, booking_id, is_target)
    SELECT part.resource_id, tstzrange($3, $4), 'booking', new.id, part.is_target
    FROM new, unnest($1::uuid[], $2::boolean[]) AS part (resource_id, is_target)
    ORDER BY part.resource_id
    ON CONFLICT DO NOTHING
    RETURNING id),
  made AS (
    INSERT INTO booking (id, hub_id, account_id, pool_id, category, status, starts_at, ends_at, purpose,
      created_at, updated_at, expires_at, next_step_at)
    SELECT new.id, $5::uuid, $6::uuid, $7::uuid, $8, $13, $9::timestamptz, $10::timestamptz, $11,
      $12::timestamptz, $12::timestamptz, $14::timestamptz, $15::timestamptz
    FROM new WHERE EXISTS (SELECT FROM taken)
    RETURNING id)
  SELECT (SELECT id FROM made) AS id, (SELECT count(*)::int FROM taken) AS taken`;
