import { Injectable } from '@nestjs/common';
import type { BookingState } from '#libs/contracts';
import { Database } from '#libs/platform';
import type { LocalisedText } from '../hub/localised-text.js';

/** A booking whose person is there, is to come, or came too late. */
export interface ExpectedBooking {
  readonly id: string;
  readonly status: BookingState;
  readonly endsAt: Date;
  readonly poolName: LocalisedText | null;
  readonly resources: readonly { name: LocalisedText }[];
}

/** Reads whom a hub expects. */
@Injectable()
export class ExpectedBookingRepository {
  constructor(private readonly database: Database) {}

  /** Bookings of a hub that are not over and begin before `to`; one query. */
  async find(hubId: string, { now, to }: { now: Date; to: Date }): Promise<ExpectedBooking[]> {
    return this.database.query<ExpectedBooking>(expectedSql, [hubId, now, to]);
  }
}

const expectedSql = `
  SELECT b.id, b.status, b.ends_at AS "endsAt", p.name AS "poolName",
    (SELECT coalesce(jsonb_agg(jsonb_build_object('name', r.name) ORDER BY r.position, r.slug), '[]')
      FROM allocation x JOIN resource r ON r.id = x.resource_id WHERE x.booking_id = b.id AND x.is_target) AS resources
  FROM booking b LEFT JOIN pool p ON p.id = b.pool_id
  WHERE b.hub_id = $1 AND b.status IN ('confirmed', 'in_use', 'no_show') AND b.ends_at > $2 AND b.starts_at < $3
  ORDER BY b.starts_at, b.id`;
