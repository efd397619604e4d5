import { Injectable } from '@nestjs/common';
import type { Reader } from '../calendar/allocation.repository.js';
import type { LocalisedText } from '../hub/localised-text.js';
import type { Interval } from '../rules/interval.js';

/** One date of the public programme; of whoever made it and what it is for nothing is read. */
export interface ProgrammeRow {
  title: string;
  startsAt: Date;
  endsAt: Date;
  /** The pool's name, else those of everything that is booked together. */
  places: LocalisedText[];
}

/** What of a hub's series everybody may know. */
@Injectable()
export class ProgrammeRepository {
  /**
   * Dates of series with a public title that go on at some time of a range and were not called off or ended early.
   * @returns by when they begin
   */
  async between(reader: Reader, hubId: string, { start, end }: Interval): Promise<ProgrammeRow[]> {
    return reader.query<ProgrammeRow>(programmeSql, [hubId, new Date(start), new Date(end)]);
  }
}

const programmeSql = `
  SELECT s.public_title AS title, b.starts_at AS "startsAt", b.ends_at AS "endsAt",
    CASE WHEN p.id IS NULL THEN target.names ELSE jsonb_build_array(p.name) END AS places
  FROM booking b
  JOIN booking_series s ON s.id = b.series_id
  LEFT JOIN pool p ON p.id = s.pool_id
  CROSS JOIN LATERAL (
    SELECT coalesce(jsonb_agg(r.name ORDER BY r.position, r.slug), '[]') AS names
    FROM allocation x JOIN resource r ON r.id = x.resource_id
    WHERE x.booking_id = b.id AND x.is_target) target
  WHERE b.hub_id = $1 AND s.public_title IS NOT NULL AND b.status IN ('confirmed', 'in_use')
    AND b.starts_at < $3 AND b.ends_at > $2
  ORDER BY b.starts_at, b.ends_at, s.public_title, b.id`;
