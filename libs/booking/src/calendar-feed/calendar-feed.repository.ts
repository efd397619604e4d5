import { Injectable } from '@nestjs/common';
import type { BookingState, Locale } from '#libs/contracts';
import { Database, type Transaction } from '#libs/platform';
import type { LocalisedText } from '../hub/localised-text.js';

/** Whose calendar an address is. */
export interface FeedOwner {
  accountId: string;
  locale: Locale;
}

/** A booking as its owner's calendar shows it. */
export interface FeedBooking {
  id: string;
  status: BookingState;
  startsAt: Date;
  endsAt: Date;
  version: number;
  updatedAt: Date;
  hubName: string;
  hubAddress: string;
  poolName: LocalisedText | null;
  resources: { name: LocalisedText }[];
}

/** A stretch in which a resource is taken. */
export interface BusyStretch {
  id: string;
  startsAt: Date;
  endsAt: Date;
}

/** More than anybody has, so that one address cannot make the database work for minutes. */
const longestFeed = 1000;

/** The addresses of calendars, by the hash of their token, and what is read under them. */
@Injectable()
export class CalendarFeedRepository {
  constructor(private readonly database: Database) {}

  /** Makes the person's address; an earlier one stops working. Racing requests of one person wait for each other. */
  async replace(tx: Transaction, feed: { accountId: string; tokenHash: Buffer; now: Date }): Promise<void> {
    await tx.query(`SELECT FROM account WHERE id = $1 FOR UPDATE`, [feed.accountId]);
    await this.revoke(tx, feed);
    await tx.query(`INSERT INTO calendar_feed (account_id, token_hash, created_at) VALUES ($1, $2, $3)`, [
      feed.accountId,
      feed.tokenHash,
      feed.now,
    ]);
  }

  /** @returns whether there was an address */
  async revoke(tx: Transaction, feed: { accountId: string; now: Date }): Promise<boolean> {
    const rows = await tx.query(
      `UPDATE calendar_feed SET revoked_at = $2 WHERE account_id = $1 AND revoked_at IS NULL RETURNING id`,
      [feed.accountId, feed.now],
    );
    return rows.length > 0;
  }

  async owner(tokenHash: Buffer): Promise<FeedOwner | undefined> {
    const [owner] = await this.database.query<FeedOwner>(
      `SELECT a.id AS "accountId", a.locale FROM calendar_feed f JOIN account a ON a.id = f.account_id
       WHERE f.token_hash = $1 AND f.revoked_at IS NULL`,
      [tokenHash],
    );
    return owner;
  }

  /** The person's bookings that stand or were used and had not ended at `since`, in order of start. */
  async bookingsOf(accountId: string, since: Date): Promise<FeedBooking[]> {
    return this.database.query<FeedBooking>(
      `SELECT b.id, b.status, b.starts_at AS "startsAt", b.ends_at AS "endsAt", b.version, b.updated_at AS "updatedAt",
         h.name AS "hubName", h.address AS "hubAddress", p.name AS "poolName", target.resources
       FROM booking b
       JOIN hub h ON h.id = b.hub_id
       LEFT JOIN pool p ON p.id = b.pool_id
       CROSS JOIN LATERAL (
         SELECT coalesce(jsonb_agg(jsonb_build_object('name', r.name) ORDER BY r.position, r.slug), '[]') AS resources
         FROM allocation x JOIN resource r ON r.id = x.resource_id
         WHERE x.booking_id = b.id AND x.is_target) target
       WHERE b.account_id = $1 AND b.ends_at > $2
         AND b.status IN ('held', 'pending', 'confirmed', 'in_use', 'completed')
       ORDER BY b.starts_at, b.id
       LIMIT ${longestFeed}`,
      [accountId, since],
    );
  }

  /** What occupies a resource, whatever it is and whoever it is for, in order of start. */
  async busyTimesOf(resourceId: string, range: { from: Date; to: Date }): Promise<BusyStretch[]> {
    return this.database.query<BusyStretch>(
      `SELECT id, lower(during) AS "startsAt", upper(during) AS "endsAt" FROM allocation
       WHERE active AND resource_id = $1 AND during && tstzrange($2, $3)
       ORDER BY lower(during)
       LIMIT ${longestFeed}`,
      [resourceId, range.from, range.to],
    );
  }
}
