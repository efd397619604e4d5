import { Injectable } from '@nestjs/common';
import type { BridgeInfo, PictureRefusal } from '#libs/contracts';
import { Database, type Transaction } from '#libs/platform';
import type { BridgeAddress } from '../bridge/bridge.repository.js';

/** What came of asking; exactly one of the two. */
export interface PictureAnswer {
  content: Buffer | null;
  refusal: PictureRefusal | null;
  answeredAt: Date;
}

/** One picture of a printer is enough for all who look within this time, milliseconds. */
export const sharedForMs = 2000;
/** Whoever was asked and has said nothing for so long is asked anew, milliseconds. */
export const askedAnewAfterMs = 10_000;
/** With the round of half a minute that deletes them, no picture is there for longer than a minute. */
const keptMs = 25_000;

/** Which printers have cameras, and the one picture of each that somebody looks at now. */
@Injectable()
export class CameraRepository {
  constructor(private readonly database: Database) {}

  /** What a bridge says at its birth. @returns whether that is news of any printer */
  async noteBirth(tx: Transaction, address: BridgeAddress, birth: BridgeInfo): Promise<boolean> {
    const cameras = birth.printers.map(({ slug, capabilities: { camera } }) => ({ slug, camera }));
    const changed = await tx.query(
      `UPDATE printer p SET has_camera = c.camera
       FROM jsonb_to_recordset($4) AS c (slug text, camera boolean), resource r, bridge b, hub h
       WHERE r.id = p.resource_id AND r.slug = c.slug AND b.id = p.bridge_id AND h.id = b.hub_id AND h.slug = $1
         AND b.slug = $2 AND b.session = $3 AND b.revoked_at IS NULL AND p.has_camera <> c.camera
       RETURNING p.resource_id`,
      [address.hub, address.bridge, birth.session, JSON.stringify(cameras)],
    );
    return changed.length > 0;
  }

  async hasCamera(printerId: string): Promise<boolean> {
    const rows = await this.database.query(`SELECT FROM printer WHERE resource_id = $1 AND has_camera`, [printerId]);
    return rows.length > 0;
  }

  /**
   * Asks for a picture, unless somebody just has.
   * @returns since when the picture that will come is asked for, and whether it still has to be asked for
   */
  async ask(
    tx: Transaction,
    printerId: string,
    { askingId, now }: { askingId: string; now: Date },
  ): Promise<{ askedAt: Date; isNew: boolean }> {
    const ago = (ms: number): Date => new Date(now.getTime() - ms);
    const begun = await tx.query(
      `INSERT INTO printer_picture AS p (printer_id, asking_id, asked_at) VALUES ($1, $2, $3)
       ON CONFLICT (printer_id) DO UPDATE
         SET asking_id = $2, asked_at = $3, answered_at = NULL, content = NULL, refusal = NULL
         WHERE p.asked_at <= CASE WHEN p.answered_at IS NULL THEN $5 ELSE $4 END::timestamptz
       RETURNING 1`,
      [printerId, askingId, now, ago(sharedForMs), ago(askedAnewAfterMs)],
    );
    if (begun.length > 0) return { askedAt: now, isNew: true };
    const [row] = await tx.query<{ askedAt: Date }>(
      `SELECT asked_at AS "askedAt" FROM printer_picture WHERE printer_id = $1`,
      [printerId],
    );
    return { askedAt: row?.askedAt ?? now, isNew: false };
  }

  /** What came of it; undefined for as long as nothing has. */
  async answerTo(printerId: string, askedAt: Date): Promise<PictureAnswer | undefined> {
    const [answer] = await this.database.query<PictureAnswer>(
      `SELECT content, refusal, answered_at AS "answeredAt" FROM printer_picture
       WHERE printer_id = $1 AND asked_at >= $2 AND answered_at IS NOT NULL`,
      [printerId, askedAt],
    );
    return answer;
  }

  /** @returns the printer; undefined when nobody waits for this any more */
  async noteAnswer(
    tx: Transaction,
    askingId: string,
    answer: PictureAnswer,
  ): Promise<{ printerId: string; hub: string } | undefined> {
    const [printer] = await tx.query<{ printerId: string; hub: string }>(
      `UPDATE printer_picture p SET content = $2, refusal = $3, answered_at = $4
       FROM resource r JOIN hub h ON h.id = r.hub_id
       WHERE p.asking_id = $1 AND p.answered_at IS NULL AND r.id = p.printer_id
       RETURNING p.printer_id AS "printerId", h.slug AS hub`,
      [askingId, answer.content, answer.refusal, answer.answeredAt],
    );
    return printer;
  }

  /** It has turned out that there is no camera; the next birth may say otherwise. */
  async noteNoCamera(tx: Transaction, printerId: string): Promise<void> {
    await tx.query(`UPDATE printer SET has_camera = false WHERE resource_id = $1`, [printerId]);
  }

  async forgetSeen(now: Date): Promise<void> {
    await this.database.query(`DELETE FROM printer_picture WHERE asked_at < $1`, [new Date(now.getTime() - keptMs)]);
  }
}
