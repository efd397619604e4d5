import { Injectable } from '@nestjs/common';
import type { BookingState } from '#libs/contracts';
import { Database } from '#libs/platform';
import type { LocalisedText } from '../hub/localised-text.js';
import type { PolicyOverrides } from '../rules/policy.js';

/** A booking with everything its view shows. */
export interface BookingRow {
  id: string;
  hub: string;
  hubId: string;
  hubName: string;
  timeZone: string;
  status: BookingState;
  startsAt: Date;
  endsAt: Date;
  pool: string | null;
  poolName: LocalisedText | null;
  resources: { id: string; slug: string; name: LocalisedText }[];
  purpose: string | null;
  createdAt: Date;
  version: number;
  expiresAt: Date | null;
  checkedInAt: Date | null;
  declineReason: string | null;
  /** The rules set for each of the resources, from the hub to the resource; nothing where none is set. */
  layers: (PolicyOverrides | null | undefined)[][];
  seriesId: string | null;
  accountId: string;
  displayName: string;
}

/** Which bookings somebody wants, of those he or she may see. */
export interface BookingFilter {
  /** Sees the own ones … */
  accountId: string;
  /** … and all of these hubs. */
  staffHubIds: readonly string[];
  id?: string | undefined;
  hubId?: string | undefined;
  /** Those that overlap `[from, to)`. */
  from?: Date | undefined;
  to?: Date | undefined;
  status?: BookingState | undefined;
  /** Continues after this booking. */
  after?: { startsAt: Date; id: string } | undefined;
  limit: number;
}

/** Reads bookings for people: one query, whatever the filter. */
@Injectable()
export class BookingReader {
  constructor(private readonly database: Database) {}

  /** @returns in order of start */
  async find(filter: BookingFilter): Promise<BookingRow[]> {
    return this.database.query<BookingRow>(findSql, [
      filter.accountId,
      filter.staffHubIds,
      filter.id ?? null,
      filter.hubId ?? null,
      filter.from ?? null,
      filter.to ?? null,
      filter.status ?? null,
      filter.after?.startsAt ?? null,
      filter.after?.id ?? null,
      filter.limit,
    ]);
  }
}

const findSql = `
  SELECT b.id, h.slug AS hub, h.id AS "hubId", h.name AS "hubName", h.time_zone AS "timeZone", b.status,
    b.starts_at AS "startsAt", b.ends_at AS "endsAt", p.slug AS pool, p.name AS "poolName", target.resources, target.layers,
    b.purpose, b.created_at AS "createdAt", b.version,
    b.expires_at AS "expiresAt", b.checked_in_at AS "checkedInAt", b.decline_reason AS "declineReason",
    b.series_id AS "seriesId", b.account_id AS "accountId", a.display_name AS "displayName"
  FROM booking b
  JOIN hub h ON h.id = b.hub_id
  JOIN account a ON a.id = b.account_id
  LEFT JOIN pool p ON p.id = b.pool_id
  CROSS JOIN LATERAL (
    SELECT coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'slug', r.slug, 'name', r.name)
      ORDER BY r.position, r.slug), '[]') AS resources,
      coalesce(jsonb_agg(jsonb_build_array(h.policy, h.category_policies -> r.category, own.policy, r.policy)), '[]')
        AS layers
    FROM allocation x JOIN resource r ON r.id = x.resource_id LEFT JOIN pool own ON own.id = r.pool_id
    WHERE x.booking_id = b.id AND x.is_target) target
  WHERE (b.account_id = $1 OR b.hub_id = ANY($2))
    AND ($3::uuid IS NULL OR b.id = $3)
    AND ($4::uuid IS NULL OR b.hub_id = $4)
    AND ($5::timestamptz IS NULL OR b.ends_at > $5)
    AND ($6::timestamptz IS NULL OR b.starts_at < $6)
    AND ($7::text IS NULL OR b.status = $7)
    AND ($8::timestamptz IS NULL OR (b.starts_at, b.id) > ($8, $9::uuid))
  ORDER BY b.starts_at, b.id
  LIMIT $10`;
