import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '#libs/platform';

/** What erasure does to the tables of bookings. Every statement may be run again. */
@Injectable()
export class PersonalBookingRepository {
  constructor(private readonly database: Database) {}

  /** Empties whatever was written by the person, or to him or her. */
  async eraseTexts(tx: Transaction, accountId: string): Promise<void> {
    await tx.query(
      `UPDATE booking SET purpose = NULL, decline_reason = NULL
       WHERE account_id = $1 AND (purpose IS NOT NULL OR decline_reason IS NOT NULL)`,
      [accountId],
    );
    await tx.query(`UPDATE booking_series SET purpose = NULL WHERE account_id = $1 AND purpose IS NOT NULL`, [
      accountId,
    ]);
  }

  /** The person waits for nothing any more. */
  async leaveLines(tx: Transaction, accountId: string, now: Date): Promise<void> {
    await tx.query(
      `UPDATE waiting_entry SET status = 'left', updated_at = $2 WHERE account_id = $1 AND status <> 'left'`,
      [accountId, now],
    );
  }

  /** Seats of inductions to come are for others. */
  async giveBackSeats(tx: Transaction, accountId: string, now: Date): Promise<void> {
    await tx.query(
      `DELETE FROM induction_seat t USING induction_session s
       WHERE s.id = t.session_id AND t.account_id = $1 AND s.starts_at > $2`,
      [accountId, now],
    );
  }

  async forgetFeeds(tx: Transaction, accountId: string): Promise<void> {
    await tx.query(`DELETE FROM calendar_feed WHERE account_id = $1`, [accountId]);
  }

  /** Bookings of an erased person that keep time for nobody. Dates of a series are the hub's own and stay. */
  async comingOf(accountId: string): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `SELECT b.id FROM booking b JOIN account a ON a.id = b.account_id
       WHERE b.account_id = $1 AND a.erased_at IS NOT NULL AND b.series_id IS NULL
         AND b.status IN ('held', 'pending', 'confirmed')
       ORDER BY b.starts_at, b.id`,
      [accountId],
    );
    return rows.map(({ id }) => id);
  }
}
