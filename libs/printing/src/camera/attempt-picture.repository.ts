import { Injectable } from '@nestjs/common';
import type { PictureType } from '#libs/contracts';
import { Database, type StoredFile, type Transaction } from '#libs/platform';

/** A picture of a failed print, and whose it is. */
export interface AttemptPicture {
  sha256: string;
  mediaType: PictureType;
  takenAt: Date;
  accountId: string;
  hubId: string;
}

/** A picture that has not come by then does not come: the bridge was away, or gave none. */
const awaitedMs = 10 * 60_000;

/** Pictures of prints that have failed; each is asked for once. */
@Injectable()
export class AttemptPictureRepository {
  constructor(private readonly database: Database) {}

  /** @returns false when the printer has no camera, or was asked already */
  async ask(tx: Transaction, attemptId: string, { askingId, now }: { askingId: string; now: Date }): Promise<boolean> {
    const asked = await tx.query(
      `INSERT INTO print_attempt_picture (print_attempt_id, asking_id, asked_at)
       SELECT t.id, $2, $3 FROM print_attempt t JOIN printer p ON p.resource_id = t.printer_id
       WHERE t.id = $1 AND p.has_camera
       ON CONFLICT DO NOTHING RETURNING 1`,
      [attemptId, askingId, now],
    );
    return asked.length > 0;
  }

  async isAwaited(askingId: string): Promise<boolean> {
    const rows = await this.database.query(
      `SELECT FROM print_attempt_picture WHERE asking_id = $1 AND sha256 IS NULL`,
      [askingId],
    );
    return rows.length > 0;
  }

  /** @returns the hub's slug; undefined when it is not awaited any more */
  async keep(
    tx: Transaction,
    askingId: string,
    { sha256, mediaType, now }: Pick<StoredFile, 'sha256'> & { mediaType: PictureType; now: Date },
  ): Promise<string | undefined> {
    const [kept] = await tx.query<{ hub: string }>(
      `UPDATE print_attempt_picture p SET sha256 = $2, media_type = $3, taken_at = $4
       FROM print_attempt t JOIN print_job j ON j.id = t.print_job_id JOIN hub h ON h.id = j.hub_id
       WHERE p.asking_id = $1 AND p.sha256 IS NULL AND t.id = p.print_attempt_id RETURNING h.slug AS hub`,
      [askingId, sha256, mediaType, now],
    );
    return kept?.hub;
  }

  /** There will be none. */
  async giveUp(askingId: string): Promise<void> {
    await this.database.query(`DELETE FROM print_attempt_picture WHERE asking_id = $1 AND sha256 IS NULL`, [askingId]);
  }

  async giveUpLate(now: Date): Promise<void> {
    await this.database.query(`DELETE FROM print_attempt_picture WHERE sha256 IS NULL AND asked_at < $1`, [
      new Date(now.getTime() - awaitedMs),
    ]);
  }

  async find(printJobId: string, number: number): Promise<AttemptPicture | undefined> {
    const [picture] = await this.database.query<AttemptPicture>(
      `SELECT p.sha256, p.media_type AS "mediaType", p.taken_at AS "takenAt", j.account_id AS "accountId",
         j.hub_id AS "hubId"
       FROM print_attempt_picture p JOIN print_attempt t ON t.id = p.print_attempt_id
       JOIN print_job j ON j.id = t.print_job_id WHERE j.id = $1 AND t.number = $2 AND p.sha256 IS NOT NULL`,
      [printJobId, number],
    );
    return picture;
  }
}
