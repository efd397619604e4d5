import { Injectable } from '@nestjs/common';
import type { BookedTime, Locale } from '#libs/contracts';
import { Clock } from '#libs/platform';
import type { Reader } from '../calendar/allocation.repository.js';
import { titleOf } from '../making/booking-wish.js';
import type { LocalisedText } from '../hub/localised-text.js';

interface ComingRow {
  id: string;
  hub: string;
  startsAt: Date;
  endsAt: Date;
  poolName: LocalisedText | null;
  resources: { name: LocalisedText }[];
  accountId: string;
  displayName: string;
}

/** Bookings that are not over, for whoever decides about their person or their resource. */
@Injectable()
export class ComingBookings {
  constructor(private readonly clock: Clock) {}

  /**
   * One query.
   * @param of.hubIds of these hubs alone
   * @param reader the transaction when the answer must hold in it
   * @returns in order of start
   */
  async find(
    reader: Reader,
    of: { hubIds: readonly string[]; accountId?: string; resourceId?: string },
    locale: Locale,
  ): Promise<BookedTime[]> {
    const rows = await reader.query<ComingRow>(comingSql, [
      of.hubIds,
      of.accountId ?? null,
      of.resourceId ?? null,
      this.clock.now(),
    ]);
    return rows.map((row) => ({
      id: row.id,
      hub: row.hub,
      title: titleOf(row.poolName === null ? null : { name: row.poolName }, row.resources, locale),
      startsAt: row.startsAt.toISOString(),
      endsAt: row.endsAt.toISOString(),
      person: { id: row.accountId, displayName: row.displayName },
    }));
  }
}

const comingSql = `
  SELECT b.id, h.slug AS hub, b.starts_at AS "startsAt", b.ends_at AS "endsAt", p.name AS "poolName",
    a.id AS "accountId", a.display_name AS "displayName",
    (SELECT coalesce(jsonb_agg(jsonb_build_object('name', r.name) ORDER BY r.position, r.slug), '[]')
      FROM allocation x JOIN resource r ON r.id = x.resource_id WHERE x.booking_id = b.id AND x.is_target) AS resources
  FROM booking b JOIN hub h ON h.id = b.hub_id JOIN account a ON a.id = b.account_id LEFT JOIN pool p ON p.id = b.pool_id
  WHERE b.status IN ('held', 'pending', 'confirmed', 'in_use') AND b.ends_at > $4 AND b.hub_id = ANY($1)
    AND ($2::uuid IS NULL OR b.account_id = $2)
    AND ($3::uuid IS NULL OR EXISTS (SELECT FROM allocation x WHERE x.booking_id = b.id AND x.active AND x.resource_id = $3))
  ORDER BY b.starts_at, b.id`;
