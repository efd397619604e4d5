import { Injectable } from '@nestjs/common';
import type { BookingState, Category } from '#libs/contracts';
import { heldConsentSql } from '#libs/people';
import type { Reader } from '../calendar/allocation.repository.js';
import type { LocalisedText } from '../hub/localised-text.js';

/** A booking with everything that the rules look at. */
export interface BookedRow {
  id: string;
  accountId: string;
  displayName: string;
  category: Category;
  status: BookingState;
  startsAt: Date;
  endsAt: Date;
  poolName: LocalisedText | null;
  /** Ids of the things that were booked. */
  targets: string[];
  birthDate: string | null;
  hasGuardianConsent: boolean;
  /** Whether its owner works in the hub. */
  isStaff: boolean;
}

/** What a booking, or something else, occupies of one resource. */
export interface BookedTime {
  resourceId: string;
  /** Null when it is not a booking's. */
  bookingId: string | null;
  startsAt: Date;
  endsAt: Date;
}

/** What of an induction a rule looks at. */
export interface HeldInduction {
  accountId: string;
  kind: string;
  /** Its expiry or its lapse, whichever comes first; null for good. */
  holdsUntil: Date | null;
}

/** A hub, and the time that is looked at. */
interface Stretch {
  hubId: string;
  from: Date;
  to: Date;
}

/** Reads all that is booked in a hub, for judging it again. */
@Injectable()
export class BookedFutureRepository {
  /** Bookings that occupy or have used up time and overlap the stretch, in order of start. */
  async bookings(reader: Reader, { hubId, from, to }: Stretch): Promise<BookedRow[]> {
    return reader.query<BookedRow>(bookingsSql, [hubId, from, to]);
  }

  /** Everything that occupies something of the hub. */
  async times(reader: Reader, { hubId, from, to }: Stretch): Promise<BookedTime[]> {
    return reader.query<BookedTime>(
      `SELECT x.resource_id AS "resourceId", x.booking_id AS "bookingId", lower(x.during) AS "startsAt",
         upper(x.during) AS "endsAt"
       FROM allocation x JOIN resource r ON r.id = x.resource_id
       WHERE r.hub_id = $1 AND x.active AND x.during && tstzrange($2, $3)`,
      [hubId, from, to],
    );
  }

  async inductions(reader: Reader, hubId: string): Promise<HeldInduction[]> {
    return reader.query<HeldInduction>(
      `SELECT account_id AS "accountId", kind, holds_until AS "holdsUntil" FROM held_induction WHERE hub_id = $1`,
      [hubId],
    );
  }
}

const bookingsSql = `
  SELECT b.id, b.account_id AS "accountId", a.display_name AS "displayName", b.category, b.status,
    b.starts_at AS "startsAt", b.ends_at AS "endsAt", p.name AS "poolName", a.birth_date::text AS "birthDate",
    ${heldConsentSql({ account: 'b.account_id', hub: 'b.hub_id' })} AS "hasGuardianConsent",
    (SELECT coalesce(jsonb_agg(x.resource_id), '[]') FROM allocation x
      WHERE x.booking_id = b.id AND x.is_target AND x.active) AS targets,
    EXISTS (SELECT FROM role_assignment r WHERE r.account_id = b.account_id AND r.hub_id = b.hub_id) AS "isStaff"
  FROM booking b JOIN account a ON a.id = b.account_id LEFT JOIN pool p ON p.id = b.pool_id
  WHERE b.hub_id = $1 AND b.status IN ('held', 'pending', 'confirmed', 'in_use', 'completed')
    AND b.ends_at > $2 AND b.starts_at < $3
  ORDER BY b.starts_at, b.id`;
