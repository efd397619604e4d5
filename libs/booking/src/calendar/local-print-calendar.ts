import { Injectable } from '@nestjs/common';
import { violatedConstraint, type Transaction } from '#libs/platform';
import { noOverlapConstraint } from './allocation.entity.js';

/** A calendar that is right to the minute need not be written twice a second. */
const stepMs = 60_000;

/** A print that somebody began at a printer itself, which is to keep the printer until `to`. */
export interface LocalPrintTime {
  localPrintId: string;
  resourceId: string;
  now: Date;
  to: Date;
}

interface Room {
  isKept: boolean;
  /** What it has now, or the end of whatever else covers this moment. */
  from: Date;
  keptUntil: Date | null;
  /** Start of the next thing in the calendar. */
  nextAt: Date | null;
}

/**
 * Prints in the calendar that asked nobody. They are a fact, and what is booked is a promise: such a print takes what
 * is free and nothing else, so it never stands in the way of what was booked before.
 * @see docs/adr/0032-local-prints-take-what-is-free.md
 */
@Injectable()
export class LocalPrintCalendar {
  /**
   * Has the print occupy its printer until `to`, or until whatever comes first in the calendar; nothing at all when
   * somebody's time covers it. The transaction stays usable.
   */
  async keep(tx: Transaction, print: LocalPrintTime): Promise<void> {
    const room = await this.roomFor(tx, print);
    const end = Math.min(print.to.getTime(), room.nextAt?.getTime() ?? Infinity);
    if (end - room.from.getTime() < stepMs) return;
    if (room.isKept && Math.abs(end - (room.keptUntil?.getTime() ?? 0)) < stepMs) return;
    await tx.query('SAVEPOINT keep_local_print');
    try {
      await this.write(tx, { ...print, to: new Date(end) }, room);
    } catch (error) {
      // Somebody books at this very moment; the next snapshot finds what is left.
      if (violatedConstraint(error) !== noOverlapConstraint) throw error;
      await tx.query('ROLLBACK TO SAVEPOINT keep_local_print');
    }
  }

  /** Lets go of the printer at `at`. */
  async end(tx: Transaction, { localPrintId, at }: { localPrintId: string; at: Date }): Promise<void> {
    await tx.query(
      `UPDATE allocation SET
         active = lower(during) < $2,
         during = CASE WHEN lower(during) < $2 THEN tstzrange(lower(during), least(upper(during), $2)) ELSE during END
       WHERE local_print_id = $1 AND active`,
      [localPrintId, at],
    );
  }

  private async roomFor(tx: Transaction, { localPrintId, resourceId, now, to }: LocalPrintTime): Promise<Room> {
    const [room] = await tx.query<Room>(
      `WITH own AS (SELECT during FROM allocation WHERE active AND local_print_id = $1),
       others AS (
         SELECT during FROM allocation
         WHERE active AND resource_id = $2 AND local_print_id IS DISTINCT FROM $1 AND during && tstzrange($3, $4))
       SELECT EXISTS (SELECT FROM own) AS "isKept", (SELECT upper(during) FROM own) AS "keptUntil",
         coalesce((SELECT lower(during) FROM own),
           (SELECT max(upper(during)) FROM others WHERE lower(during) <= $3), $3) AS "from",
         (SELECT min(lower(during)) FROM others WHERE lower(during) > $3) AS "nextAt"`,
      [localPrintId, resourceId, now, to],
    );
    if (room === undefined) throw new Error('the database gave no room');
    return room;
  }

  private async write(tx: Transaction, { localPrintId, resourceId, to }: LocalPrintTime, room: Room): Promise<void> {
    if (room.isKept) {
      await tx.query(
        `UPDATE allocation SET during = tstzrange(lower(during), $2) WHERE local_print_id = $1 AND active`,
        [localPrintId, to],
      );
    } else {
      await tx.query(
        `INSERT INTO allocation (resource_id, during, kind, local_print_id)
         VALUES ($1, tstzrange($2, $3), 'local_print', $4)`,
        [resourceId, room.from, to, localPrintId],
      );
    }
  }
}
