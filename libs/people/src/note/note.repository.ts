import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '#libs/platform';

/** A note with the names that its view shows. */
export interface NoteRow {
  id: string;
  hub: string;
  hubId: string;
  text: string;
  authorId: string | null;
  author: string | null;
  createdAt: Date;
  updatedAt: Date;
}

/** What staff wrote down about people. */
@Injectable()
export class NoteRepository {
  constructor(private readonly database: Database) {}

  /** Those of these hubs about one person, the newest first. */
  async find(of: { accountId: string; hubIds: readonly string[]; id?: string }): Promise<NoteRow[]> {
    return this.database.query<NoteRow>(
      `SELECT n.id, h.slug AS hub, n.hub_id AS "hubId", n.text, n.author_id AS "authorId", a.display_name AS author,
         n.created_at AS "createdAt", n.updated_at AS "updatedAt"
       FROM person_note n JOIN hub h ON h.id = n.hub_id LEFT JOIN account a ON a.id = n.author_id
       WHERE n.account_id = $1 AND n.hub_id = ANY($2) AND ($3::uuid IS NULL OR n.id = $3)
       ORDER BY n.id DESC`,
      [of.accountId, of.hubIds, of.id ?? null],
    );
  }

  /** @returns its id; undefined when there is no such person */
  async insert(
    tx: Transaction,
    note: { hubId: string; accountId: string; authorId: string; text: string; now: Date },
  ): Promise<string | undefined> {
    const [row] = await tx.query<{ id: string }>(
      `INSERT INTO person_note (hub_id, account_id, author_id, text, created_at, updated_at)
       SELECT $1, a.id, $3, $4, $5, $5 FROM account a WHERE a.id = $2 RETURNING id`,
      [note.hubId, note.accountId, note.authorId, note.text, note.now],
    );
    return row?.id;
  }

  async update(tx: Transaction, { id, text, now }: { id: string; text: string; now: Date }): Promise<void> {
    await tx.query(`UPDATE person_note SET text = $2, updated_at = $3 WHERE id = $1`, [id, text, now]);
  }

  async remove(tx: Transaction, id: string): Promise<void> {
    await tx.query(`DELETE FROM person_note WHERE id = $1`, [id]);
  }
}
