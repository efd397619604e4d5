import { Injectable } from '@nestjs/common';
import type { Locale } from '#libs/contracts';
import { Database, type Transaction } from '#libs/platform';
import type { GuardianStatus } from '../rules/guardian-link.js';

/** What stands behind a link in a guardian's mail. */
export interface LinkRow {
  id: string;
  accountId: string;
  hubId: string;
  hubName: string;
  status: GuardianStatus;
  isWithdrawal: boolean;
  guardianEmail: string | null;
  locale: Locale;
  expiresAt: Date | null;
  childName: string;
  childEmail: string;
  childLocale: Locale;
}

/** Consents as their links find them. Each change happens once, however many come with the same link. */
@Injectable()
export class GuardianLinkRepository {
  constructor(private readonly database: Database) {}

  async find(hash: Buffer): Promise<LinkRow | undefined> {
    const [row] = await this.database.query<LinkRow>(
      `SELECT g.id, g.account_id AS "accountId", g.hub_id AS "hubId", h.name AS "hubName", g.status,
         coalesce(g.withdrawal_hash = $1, false) AS "isWithdrawal", g.guardian_email AS "guardianEmail", g.locale,
         g.expires_at AS "expiresAt", a.display_name AS "childName", a.email AS "childEmail", a.locale AS "childLocale"
       FROM guardian_consent g JOIN hub h ON h.id = g.hub_id JOIN account a ON a.id = g.account_id
       WHERE (g.token_hash = $1 OR g.withdrawal_hash = $1) AND a.erased_at IS NULL`,
      [hash],
    );
    return row;
  }

  /** @returns whether this request was the one that answered */
  async consent(
    tx: Transaction,
    of: { id: string; guardianName: string; termsVersion: string; withdrawalHash: Buffer; now: Date },
  ): Promise<boolean> {
    const rows = await tx.query(
      `UPDATE guardian_consent
       SET status = 'consented', guardian_name = $2, terms_version = $3, withdrawal_hash = $4, answered_at = $5
       WHERE id = $1 AND status = 'asked' AND expires_at > $5 RETURNING id`,
      [of.id, of.guardianName, of.termsVersion, of.withdrawalHash, of.now],
    );
    return rows.length > 0;
  }

  /** The address is needed no more. */
  async refuse(tx: Transaction, { id, now }: { id: string; now: Date }): Promise<boolean> {
    const rows = await tx.query(
      `UPDATE guardian_consent SET status = 'refused', answered_at = $2, guardian_email = NULL
       WHERE id = $1 AND status = 'asked' AND expires_at > $2 RETURNING id`,
      [id, now],
    );
    return rows.length > 0;
  }

  /** The name stays with the consent that was given; the address is needed no more. */
  async withdraw(tx: Transaction, { id, now }: { id: string; now: Date }): Promise<boolean> {
    const rows = await tx.query(
      `UPDATE guardian_consent SET status = 'withdrawn', withdrawn_at = $2, guardian_email = NULL
       WHERE id = $1 AND status = 'consented' RETURNING id`,
      [id, now],
    );
    return rows.length > 0;
  }
}
