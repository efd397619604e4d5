import { Injectable } from '@nestjs/common';
import type { Category } from '#libs/contracts';
import type { Transaction } from '#libs/platform';
import type { BookingDraft } from './booking-draft.js';
import type { BookingOption } from './booking-option.js';

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
   * Locks several people at once, each only when nobody has them locked; the answers are in their order.
   * @returns who is booking nothing else of the category at this moment
   */
  async tryLockPeople(
    tx: Transaction,
    people: readonly { accountId: string; category: Category }[],
  ): Promise<boolean[]> {
    const rows = await tx.query<{ isLocked: boolean }>(
      `SELECT pg_try_advisory_xact_lock(hashtextextended('booking/' || account_id || '/' || category, 0)) AS "isLocked"
       FROM unnest($1::text[], $2::text[]) AS p (account_id, category)`,
      [people.map(({ accountId }) => accountId), people.map(({ category }) => category)],
    );
    return rows.map(({ isLocked }) => isLocked);
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
    const [row] = await this.insertRows(tx, [{ draft, option }]);
    if (row?.taken === option.occupied.length) return row.id;
    // A single row that was lost has written nothing; of several, some may be there.
    if (several) await tx.query('ROLLBACK TO SAVEPOINT booking_option');
    return undefined;
  }

  /**
   * Makes several bookings that occupy one thing each, in one statement.
   * @returns in their order: the booking's id, undefined when its time was taken in the meantime
   */
  async insertAll(tx: Transaction, wanted: readonly NewBooking[]): Promise<(string | undefined)[]> {
    const rows = await this.insertRows(tx, wanted);
    const idOf = new Map(rows.map(({ index, id }) => [index, id]));
    return wanted.map((_, index) => idOf.get(index));
  }

  /** @returns those of which anything could be taken */
  private insertRows(tx: Transaction, wanted: readonly NewBooking[]): Promise<InsertedRow[]> {
    const drafts = wanted.map(({ draft, option }, index) => ({
      ...draft,
      index,
      startsAt: new Date(draft.time.start),
      endsAt: new Date(draft.time.end),
      occupiedFrom: new Date(draft.occupied.start),
      occupiedTo: new Date(draft.occupied.end),
      parts: option.occupied,
    }));
    return tx.query<InsertedRow>(insertSql, [JSON.stringify(drafts)]);
  }
}

/** A booking about to be made, and what it is about to take. */
export interface NewBooking {
  readonly draft: BookingDraft;
  readonly option: BookingOption;
}

interface InsertedRow {
  index: number;
  id: string;
  /** How many of its parts were free. */
  taken: number;
}

// Rows are inserted by resource and time, so that two statements that want the same things wait for each other instead
// of deadlocking. A booking row comes only with an allocation; the foreign key is checked when the statement ends.
const insertSql = `
  WITH new AS MATERIALIZED (
    SELECT uuidv7() AS id, d.*
    FROM jsonb_to_recordset($1) AS d (index int, "hubId" uuid, "accountId" uuid, "poolId" uuid, category text,
      "startsAt" timestamptz, "endsAt" timestamptz, "occupiedFrom" timestamptz, "occupiedTo" timestamptz,
      purpose text, status text, "expiresAt" timestamptz, "checkedInAt" timestamptz, "nextStepAt" timestamptz, now timestamptz, parts jsonb)),
  taken AS (
    INSERT INTO allocation (resource_id, during, kind, booking_id, is_target)
    SELECT part."resourceId", tstzrange(new."occupiedFrom", new."occupiedTo"), 'booking', new.id, part."isTarget"
    FROM new, jsonb_to_recordset(new.parts) AS part ("resourceId" uuid, "isTarget" boolean)
    ORDER BY part."resourceId", new."occupiedFrom"
    ON CONFLICT DO NOTHING
    RETURNING booking_id),
  made AS (
    INSERT INTO booking (id, hub_id, account_id, pool_id, category, status, starts_at, ends_at, purpose,
      created_at, updated_at, expires_at, checked_in_at, next_step_at)
    SELECT id, "hubId", "accountId", "poolId", category, status, "startsAt", "endsAt", purpose, now, now, "expiresAt",
      "checkedInAt", "nextStepAt"
    FROM new WHERE id IN (SELECT booking_id FROM taken))
  SELECT new.index, new.id, count(*)::int AS taken
  FROM new JOIN taken ON taken.booking_id = new.id
  GROUP BY new.index, new.id`;
