import { Injectable } from '@nestjs/common';
import type { BusyKind } from '#libs/contracts';
import { violatedConstraint, type Transaction } from '#libs/platform';
import type { Reader } from './allocation.repository.js';
import { noOverlapConstraint } from './allocation.entity.js';
import { openingCalendarOf } from '../opening/opening-calendar.js';
import { PlaceRepository } from '../hub/place.repository.js';
import { openingPeriods } from '../rules/opening-hours.js';

/** A stretch in which a resource is occupied, buffers included. */
export interface CalendarEntry {
  resourceId: string;
  startsAt: Date;
  endsAt: Date;
  kind: BusyKind;
  bookingId: string | null;
  printAttemptId: string | null;
}

/** The one calendar, for whoever else occupies resources in it. */
@Injectable()
export class Calendar {
  constructor(private readonly places: PlaceRepository) {}

  /**
   * What occupies the resources in `[from, to)`; one query.
   * @param reader the transaction, when what it decides depends on the answer
   * @returns in order of start
   */
  async allocationsOf(
    reader: Reader,
    { resourceIds, from, to }: { resourceIds: readonly string[]; from: Date; to: Date },
  ): Promise<CalendarEntry[]> {
    return reader.query<CalendarEntry>(
      `SELECT resource_id AS "resourceId", lower(during) AS "startsAt", upper(during) AS "endsAt", kind,
         booking_id AS "bookingId", print_attempt_id AS "printAttemptId"
       FROM allocation
       WHERE active AND resource_id = ANY($1) AND during && tstzrange($2, $3)
       ORDER BY lower(during)`,
      [resourceIds, from, to],
    );
  }

  /**
   * When a hub is open; periods that only overlap `[from, to)` are given whole.
   * @param hub id or slug
   * @throws Problem `not_found`
   */
  async openingPeriods(hub: string, from: Date, to: Date): Promise<{ startsAt: Date; endsAt: Date }[]> {
    const calendar = openingCalendarOf(await this.places.hub(hub));
    const periods = openingPeriods(calendar, { start: from.getTime(), end: to.getTime() });
    return periods.map(({ start, end }) => ({ startsAt: new Date(start), endsAt: new Date(end) }));
  }

  /**
   * Occupies a printer for a print, waiting for a rival that is about to commit.
   * @returns false when something of `[from, to)` is taken
   */
  async occupyForPrint(
    tx: Transaction,
    print: { resourceId: string; attemptId: string; from: Date; to: Date },
  ): Promise<boolean> {
    const rows = await tx.query(
      `INSERT INTO allocation (resource_id, during, kind, print_attempt_id)
       VALUES ($1, tstzrange($2, $3), 'print', $4) ON CONFLICT DO NOTHING RETURNING id`,
      [print.resourceId, print.from, print.to, print.attemptId],
    );
    return rows.length === 1;
  }

  /**
   * Moves the end of a running print's time to `to`, later or earlier. When that meets somebody else's time, nothing
   * changes; the transaction stays usable.
   * @throws Error when the attempt occupies nothing
   */
  async prolongPrint(tx: Transaction, print: { attemptId: string; to: Date }): Promise<'prolonged' | 'collides'> {
    await tx.query('SAVEPOINT prolong_print');
    try {
      const rows = await tx.query(
        `UPDATE allocation SET during = tstzrange(lower(during), $2) WHERE print_attempt_id = $1 AND active
         RETURNING id`,
        [print.attemptId, print.to],
      );
      if (rows.length === 0) throw new Error(`attempt ${print.attemptId} occupies no printer`);
      return 'prolonged';
    } catch (error) {
      if (violatedConstraint(error) !== noOverlapConstraint) throw error;
      await tx.query('ROLLBACK TO SAVEPOINT prolong_print');
      return 'collides';
    }
  }

  /** Frees a printer: its time ends at `at`, or was never used when it would only have begun then. */
  async endPrint(tx: Transaction, print: { attemptId: string; at: Date }): Promise<void> {
    await tx.query(
      `UPDATE allocation SET
         active = lower(during) < $2,
         during = CASE WHEN lower(during) < $2 THEN tstzrange(lower(during), least(upper(during), $2)) ELSE during END
       WHERE print_attempt_id = $1 AND active`,
      [print.attemptId, print.at],
    );
  }
}
