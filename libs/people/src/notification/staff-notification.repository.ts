import { Injectable } from '@nestjs/common';
import type { JobPayload, Locale, StaffNotifications, StaffTopic } from '#libs/contracts';
import { Config, Database, type Transaction } from '#libs/platform';

/** Nobody gets more than one mail about the same topic of a hub in this time; what is too hot waits for nothing. */
const quietMinutes: Record<StaffTopic, number> = {
  too_hot: 0,
  alarm: 15,
  print_failed: 15,
  fault: 15,
  print_review: 15,
  booking_approval: 15,
};

/** A mail that leaves in less than this may have left already by the clock of another worker. */
const leavingMinutes = 1;

/** Somebody who is to be told. */
export interface Recipient {
  email: string;
  locale: Locale;
  /** The hub's name. */
  hub: string;
  /** Name of the thing it is about, in the person's language. */
  thing: string | null;
  /** When the mail is to leave; not before now. */
  toldAt: Date;
}

/** Who wants to be told what. */
@Injectable()
export class StaffNotificationRepository {
  constructor(
    private readonly database: Database,
    private readonly config: Config,
  ) {}

  /** What somebody has chosen in these hubs, by the hubs' names; also those where it is nothing. */
  async list(accountId: string, hubIds: readonly string[]): Promise<StaffNotifications[]> {
    return this.database.query<StaffNotifications>(
      `SELECT h.slug AS hub, h.name AS "hubName",
         ARRAY(SELECT n.topic FROM staff_notification n WHERE n.hub_id = h.id AND n.account_id = $1
           ORDER BY n.topic) AS topics
       FROM hub h WHERE h.id = ANY($2) ORDER BY h.name, h.id`,
      [accountId, hubIds],
    );
  }

  /** What is still chosen keeps its quiet time. */
  async choose(
    tx: Transaction,
    of: { accountId: string; hubId: string },
    topics: readonly StaffTopic[],
  ): Promise<void> {
    await tx.query(`DELETE FROM staff_notification WHERE account_id = $1 AND hub_id = $2 AND topic <> ALL($3)`, [
      of.accountId,
      of.hubId,
      topics,
    ]);
    await tx.query(
      `INSERT INTO staff_notification (account_id, hub_id, topic) SELECT DISTINCT $1::uuid, $2::uuid, unnest($3::text[])
       ON CONFLICT DO NOTHING`,
      [of.accountId, of.hubId, topics],
    );
  }

  /**
   * Picks whoever wants to know and works in the hub as things stand, and notes when their mail leaves: at once, or when
   * the quiet time after the last one is over. Whoever has a mail coming up is not picked: that one says that there is
   * more. Nor is whoever was told of this very news last.
   */
  async pick(tx: Transaction, news: JobPayload<'staff.notify'>, now: Date): Promise<Recipient[]> {
    return tx.query<Recipient>(pickSql, [
      news.hubId,
      news.topic,
      news.causedBy,
      news.resourceId,
      now,
      quietMinutes[news.topic],
      this.config.systemAdminEmails,
      news.newsId,
      leavingMinutes,
    ]);
  }
}

// In one order for everybody, so that two who pick from the same list do not wait for each other in a circle.
const pickSql = `
  WITH due AS (
    SELECT n.account_id FROM staff_notification n JOIN account a ON a.id = n.account_id
    WHERE n.hub_id = $1 AND n.topic = $2 AND n.account_id IS DISTINCT FROM $3
      AND (n.told_at IS NULL OR n.told_at <= $5::timestamptz + make_interval(mins => $9))
      AND n.news_id IS DISTINCT FROM $8 AND a.email IS NOT NULL
      AND (a.email = ANY($7)
        OR EXISTS (SELECT FROM role_assignment r WHERE r.account_id = a.id AND r.hub_id = n.hub_id))
    ORDER BY n.account_id FOR NO KEY UPDATE OF n)
  UPDATE staff_notification n SET news_id = $8,
    told_at = greatest($5, CASE WHEN $6 > 0 THEN n.told_at + make_interval(mins => $6) END)
  FROM due JOIN account a ON a.id = due.account_id JOIN hub h ON h.id = $1
  WHERE n.hub_id = $1 AND n.topic = $2 AND n.account_id = due.account_id
  RETURNING a.email, a.locale, h.name AS hub, n.told_at AS "toldAt",
    (SELECT in_language(r.name, a.locale) FROM resource r WHERE r.id = $4) AS thing`;
