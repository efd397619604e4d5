import { Injectable } from '@nestjs/common';
import type { Locale, PickUpEnd } from '#libs/contracts';
import type { Transaction } from '#libs/platform';

/** A part on the shelf, with whom to write to about it. */
export interface ShelvedPart {
  readonly shelfCode: number;
  readonly disposeAt: Date;
  readonly fileName: string;
  readonly hubName: string;
  readonly timeZone: string;
  /** Null when the owner's data were erased. */
  readonly email: string | null;
  readonly locale: Locale;
}

/** Parts that wait to be collected. */
@Injectable()
export class PickUpRepository {
  /**
   * Gives a finished print the smallest code that is free in its hub.
   * @returns its part, undefined when it has been given one before
   */
  async shelve(
    tx: Transaction,
    part: { printJobId: string; readyAt: Date; remindAt: Date; disposeAt: Date },
  ): Promise<ShelvedPart | undefined> {
    const { printJobId, readyAt, remindAt, disposeAt } = part;
    // Two parts that are taken off at once would both find the same code free.
    await tx.query(
      `SELECT pg_advisory_xact_lock(hashtextextended('shelf/' || hub_id, 0)) FROM print_job WHERE id = $1`,
      [printJobId],
    );
    const [shelved] = await tx.query<ShelvedPart>(shelveSql, [printJobId, readyAt, remindAt, disposeAt]);
    return shelved;
  }

  /** Takes those whose reminder is due, once each. */
  async takeDue(tx: Transaction, now: Date): Promise<ShelvedPart[]> {
    return tx.query<ShelvedPart>(takeDueSql, [now]);
  }

  /** @returns whether it was on the shelf, and, when it is thrown away, for long enough */
  async end(tx: Transaction, printJobId: string, { as, at }: { as: PickUpEnd; at: Date }): Promise<boolean> {
    const rows = await tx.query(
      `UPDATE print_pick_up SET ended_at = $3, ended_as = $2
       WHERE print_job_id = $1 AND ended_at IS NULL AND ($2 = 'collected' OR dispose_at <= $3) RETURNING print_job_id`,
      [printJobId, as, at],
    );
    return rows.length > 0;
  }
}

/** @param changed the rows that a statement has just written */
const partOf = (changed: string): string => `
  SELECT s.shelf_code AS "shelfCode", s.dispose_at AS "disposeAt", j.file_name AS "fileName", h.name AS "hubName",
    h.time_zone AS "timeZone", a.email, a.locale
  FROM ${changed} s JOIN print_job j ON j.id = s.print_job_id JOIN hub h ON h.id = j.hub_id
  JOIN account a ON a.id = j.account_id`;

const shelveSql = `
  WITH shelved AS (
    INSERT INTO print_pick_up (print_job_id, hub_id, shelf_code, ready_at, remind_at, dispose_at)
    SELECT j.id, j.hub_id,
      (SELECT min(code) FROM generate_series(1, 1 + (SELECT count(*) FROM print_pick_up o
         WHERE o.hub_id = j.hub_id AND o.ended_at IS NULL)) AS code
       WHERE NOT EXISTS (SELECT FROM print_pick_up o
         WHERE o.hub_id = j.hub_id AND o.ended_at IS NULL AND o.shelf_code = code)),
      $2, $3, $4
    FROM print_job j WHERE j.id = $1
    ON CONFLICT (print_job_id) DO NOTHING
    RETURNING *)
  ${partOf('shelved')}`;

const takeDueSql = `
  WITH due AS (
    UPDATE print_pick_up SET remind_at = NULL WHERE ended_at IS NULL AND remind_at <= $1 RETURNING *)
  ${partOf('due')}`;
