import { Injectable } from '@nestjs/common';
import type { Opening, OpeningException, OpeningSeasons, OpeningWeek } from '#libs/contracts';
import type { Transaction } from '#libs/platform';
import type { Reader } from '../calendar/allocation.repository.js';

/** The hours as they are set, without the holidays that a library knows. */
export type SetHours = Omit<Opening, 'holidays' | 'days' | 'version'> & { country: string };

/** Reads and writes the hours that staff set. */
@Injectable()
export class OpeningRepository {
  /** @throws Error when there is no such hub */
  async describe(reader: Reader, hubId: string): Promise<SetHours> {
    const [row] = await reader.query<SetHours>(
      `SELECT h.time_zone AS "timeZone", h.country, h.weekly_hours AS week, h.seasons,
         (SELECT coalesce(jsonb_agg(jsonb_build_object('date', e.date, 'hours', e.hours, 'reason', e.reason)
             ORDER BY e.date), '[]')
           FROM opening_exception e WHERE e.hub_id = h.id) AS exceptions
       FROM hub h WHERE h.id = $1`,
      [hubId],
    );
    if (row === undefined) throw new Error(`there is no hub ${hubId}`);
    return row;
  }

  async saveWeek(tx: Transaction, hubId: string, week: OpeningWeek): Promise<void> {
    await tx.query(`UPDATE hub SET weekly_hours = $2 WHERE id = $1`, [hubId, JSON.stringify(week)]);
  }

  async saveSeasons(tx: Transaction, hubId: string, { seasons }: OpeningSeasons): Promise<void> {
    await tx.query(`UPDATE hub SET seasons = $2 WHERE id = $1`, [hubId, JSON.stringify(seasons)]);
  }

  /** @param exception.date `YYYY-MM-DD` */
  async saveException(tx: Transaction, hubId: string, exception: OpeningException & { date: string }): Promise<void> {
    await tx.query(
      `INSERT INTO opening_exception (hub_id, date, hours, reason) VALUES ($1, $2, $3, $4)
       ON CONFLICT (hub_id, date) DO UPDATE SET hours = excluded.hours, reason = excluded.reason`,
      [hubId, exception.date, JSON.stringify(exception.hours), exception.reason ?? null],
    );
  }

  /** @returns whether the date had hours of its own */
  async removeException(tx: Transaction, hubId: string, date: string): Promise<boolean> {
    const rows = await tx.query(`DELETE FROM opening_exception WHERE hub_id = $1 AND date = $2 RETURNING date`, [
      hubId,
      date,
    ]);
    return rows.length > 0;
  }
}
