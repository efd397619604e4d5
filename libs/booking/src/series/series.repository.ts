import { Injectable } from '@nestjs/common';
import type { Category, Locale } from '#libs/contracts';
import type { Transaction } from '#libs/platform';
import type { Reader } from '../calendar/allocation.repository.js';
import type { LocalisedText } from '../hub/localised-text.js';

/** A series about to be made. */
export interface SeriesDraft {
  hubId: string;
  accountId: string;
  category: Category;
  poolId: string | null;
  resourceIds: readonly string[];
  rrule: string;
  startsAt: string;
  durationMinutes: number;
  purpose: string | null;
  publicTitle: string | null;
  now: Date;
}

/** A series with whoever made it. */
export interface SeriesRow {
  id: string;
  hubId: string;
  hub: string;
  hubName: string;
  hubAddress: string;
  timeZone: string;
  category: Category;
  poolId: string | null;
  poolName: LocalisedText | null;
  resourceIds: string[];
  resources: { name: LocalisedText }[];
  rrule: string;
  startsAt: string;
  durationMinutes: number;
  purpose: string | null;
  publicTitle: string | null;
  /** Of the series itself; its dates have their own. */
  ownVersion: number;
  createdAt: Date;
  /** Null when the data of whoever made it were erased. */
  email: string | null;
  locale: Locale;
}

/** A series with what of it is still to come. */
export interface ComingSeriesRow extends SeriesRow {
  datesLeft: number;
  nextAt: Date;
  lastAt: Date;
}

/** Writes and reads series; their dates are bookings. */
@Injectable()
export class SeriesRepository {
  /** @returns the new series' id */
  async insert(tx: Transaction, draft: SeriesDraft): Promise<string> {
    const [row] = await tx.query<{ id: string }>(
      `INSERT INTO booking_series (hub_id, account_id, category, pool_id, resource_ids, rrule, starts_at_local,
         duration_minutes, purpose, public_title, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) RETURNING id`,
      [
        draft.hubId,
        draft.accountId,
        draft.category,
        draft.poolId,
        draft.resourceIds,
        draft.rrule,
        draft.startsAt,
        draft.durationMinutes,
        draft.purpose,
        draft.publicTitle,
        draft.now,
      ],
    );
    if (row === undefined) throw new Error('the insert answered nothing');
    return row.id;
  }

  /** @returns undefined when there is no such series */
  async find(reader: Reader, seriesId: string): Promise<SeriesRow | undefined> {
    const [row] = await reader.query<SeriesRow>(`${seriesSql} WHERE s.id = $1`, [seriesId]);
    return row;
  }

  /** A hub's series that have dates after `now`, by the next of them. */
  async coming(reader: Reader, hubId: string, now: Date): Promise<ComingSeriesRow[]> {
    return reader.query<ComingSeriesRow>(
      `WITH ahead AS (
         SELECT series_id, count(*)::int AS "datesLeft", min(starts_at) AS "nextAt", max(starts_at) AS "lastAt"
         FROM booking WHERE hub_id = $1 AND series_id IS NOT NULL AND status = 'confirmed' AND starts_at > $2
         GROUP BY series_id)
       SELECT known.*, ahead."datesLeft", ahead."nextAt", ahead."lastAt"
       FROM (${seriesSql} WHERE s.hub_id = $1) known JOIN ahead ON ahead.series_id = known.id
       ORDER BY ahead."nextAt", known.id`,
      [hubId, now],
    );
  }

  /**
   * Makes changes of one series wait for each other until the transaction ends.
   * @returns the series' own version as it is now
   */
  async lock(tx: Transaction, seriesId: string): Promise<number> {
    const [row] = await tx.query<{ version: number }>(`SELECT version FROM booking_series WHERE id = $1 FOR UPDATE`, [
      seriesId,
    ]);
    if (row === undefined) throw new Error(`series ${seriesId} is not there`);
    return row.version;
  }

  /**
   * Gives a series another title for everybody, or none.
   * @returns whether it had another one before
   */
  async retitle(tx: Transaction, seriesId: string, publicTitle: string | null): Promise<boolean> {
    const rows = await tx.query(
      `UPDATE booking_series SET public_title = $2, version = version + 1
       WHERE id = $1 AND public_title IS DISTINCT FROM $2 RETURNING id`,
      [seriesId, publicTitle],
    );
    return rows.length > 0;
  }
}

const seriesSql = `
  SELECT s.id, h.id AS "hubId", h.slug AS hub, h.name AS "hubName", h.address AS "hubAddress",
    h.time_zone AS "timeZone", s.category, s.pool_id AS "poolId", p.name AS "poolName",
    s.resource_ids AS "resourceIds", named.resources, s.rrule,
    to_char(s.starts_at_local, 'YYYY-MM-DD"T"HH24:MI') AS "startsAt", s.duration_minutes AS "durationMinutes",
    s.purpose, s.public_title AS "publicTitle", s.version AS "ownVersion", s.created_at AS "createdAt", a.email, a.locale
  FROM booking_series s
  JOIN hub h ON h.id = s.hub_id
  JOIN account a ON a.id = s.account_id
  LEFT JOIN pool p ON p.id = s.pool_id
  CROSS JOIN LATERAL (
    SELECT coalesce(jsonb_agg(jsonb_build_object('name', r.name) ORDER BY array_position(s.resource_ids, r.id)), '[]')
      AS resources
    FROM resource r WHERE r.id = ANY (s.resource_ids)) named`;
