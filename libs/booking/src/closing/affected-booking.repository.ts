import { Injectable } from '@nestjs/common';
import type { Viewer } from '#libs/people';
import type { Transaction } from '#libs/platform';
import { viewerOf, viewerSql, type AbsentPerson } from '../life/absent-person.js';
import { StandingBookingRepository, type StandingBooking } from '../booking/standing-booking.repository.js';

/** Which bookings a closing meets. */
export interface ClosedTime {
  readonly hubId: string;
  /** Only those that take this; undefined for the whole hub. */
  readonly resourceId?: string | undefined;
  readonly from: Date;
  /** Undefined when nobody knows. */
  readonly to: Date | undefined;
}

/** The bookings that a closing meets, all of them locked. */
export interface AffectedBookings {
  /** Those that have not begun, by start. */
  readonly ahead: readonly StandingBooking[];
  /** Those that somebody is at, or should be. */
  readonly ongoing: readonly StandingBooking[];
}

/** Finds who is hit when a hub closes or a thing breaks. */
@Injectable()
export class AffectedBookingRepository {
  constructor(private readonly standing: StandingBookingRepository) {}

  /** For whoever has closed the gate; three queries. A thing that lacks a part is still there, so parts do not count. */
  async lock(tx: Transaction, closed: ClosedTime, now: Date): Promise<AffectedBookings> {
    const rows = await tx.query<{ id: string }>(
      `SELECT b.id FROM booking b
       WHERE b.hub_id = $1 AND b.status IN ('held', 'pending', 'confirmed', 'in_use') AND b.ends_at > $2
         AND b.ends_at > $4 AND ($5::timestamptz IS NULL OR b.starts_at < $5)
         AND ($3::uuid IS NULL OR EXISTS (
           SELECT FROM allocation a
           WHERE a.booking_id = b.id AND a.active AND a.is_target AND a.resource_id = $3))`,
      [closed.hubId, now, closed.resourceId ?? null, closed.from, closed.to ?? null],
    );
    const ids = rows.map((row) => row.id);
    const bookings = await this.standing.lockAll(tx, ids);
    const isAhead = ({ status, startsAt }: StandingBooking): boolean => status !== 'in_use' && startsAt > now;
    return { ahead: bookings.filter(isAhead), ongoing: bookings.filter((booking) => !isAhead(booking)) };
  }

  /** @returns by account id */
  async people(tx: Transaction, accountIds: readonly string[]): Promise<Map<string, Viewer>> {
    const rows = await tx.query<{ person: AbsentPerson }>(
      `SELECT ${viewerSql} AS person FROM account a WHERE a.id = ANY($1)`,
      [accountIds],
    );
    return new Map(rows.map(({ person }) => [person.accountId, viewerOf(person)]));
  }
}
