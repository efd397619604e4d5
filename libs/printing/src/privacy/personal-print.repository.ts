import { Injectable } from '@nestjs/common';
import { Database, erasedName, keptSince, retentionBatch, type Transaction } from '#libs/platform';

/** A file of somebody's print, and where it goes in an archive. */
export interface PersonalFile {
  path: string;
  sha256: string;
  isCompressed: boolean;
}

interface FileRow {
  id: string;
  fileName: string;
  fileSha256: string | null;
  /** Null also when it was only unpacked from what was sent, which is there itself. */
  gcodeSha256: string | null;
  thumbnailSha256: string | null;
}

/** States in which nothing is printed from the file any more. */
const over = `('needs_changes', 'rejected', 'done', 'failed', 'cancelled')`;

/** What erasure and retention do to prints. Every statement may be run again. */
@Injectable()
export class PersonalPrintRepository {
  constructor(private readonly database: Database) {}

  async exportRows(accountId: string): Promise<Record<string, unknown>[]> {
    return this.database.query(
      `SELECT j.id, h.name AS hub, j.status, j.file_name AS "fileName", j.file_bytes::float8 AS "sizeBytes", j.material,
         j.note, j.review_reason AS "reviewReason", j.queue_priority_reason AS "queueMoveReason", j.analysis, j.created_at AS "createdAt",
         (SELECT coalesce(jsonb_agg(jsonb_build_object('printer', r.slug, 'status', t.status, 'startedAt', t.started_at,
             'endedAt', t.ended_at, 'filamentGrams', (SELECT sum(u.grams)::float8 FROM filament_use u
               WHERE u.print_attempt_id = t.id)) ORDER BY t.number), '[]')
           FROM print_attempt t JOIN resource r ON r.id = t.printer_id WHERE t.print_job_id = j.id) AS attempts
       FROM print_job j JOIN hub h ON h.id = j.hub_id WHERE j.account_id = $1 ORDER BY j.created_at, j.id`,
      [accountId],
    );
  }

  async filesOf(accountId: string): Promise<PersonalFile[]> {
    const rows = await this.database.query<FileRow>(
      `SELECT id, file_name AS "fileName", file_sha256 AS "fileSha256", thumbnail_sha256 AS "thumbnailSha256",
         CASE WHEN gcode_origin <> 'unpacked' THEN gcode_sha256 END AS "gcodeSha256"
       FROM print_job WHERE account_id = $1 ORDER BY created_at, id`,
      [accountId],
    );
    return [...rows.flatMap(archived), ...(await this.picturesOf(accountId))];
  }

  /** What cameras saw when prints of this person failed. */
  private async picturesOf(accountId: string): Promise<PersonalFile[]> {
    return this.database.query<PersonalFile>(
      `SELECT 'prints/' || j.id || '/attempt-' || t.number || CASE p.media_type WHEN 'image/png' THEN '.png' ELSE '.jpg' END
         AS path, p.sha256, true AS "isCompressed"
       FROM print_attempt_picture p JOIN print_attempt t ON t.id = p.print_attempt_id
       JOIN print_job j ON j.id = t.print_job_id
       WHERE j.account_id = $1 AND p.sha256 IS NOT NULL ORDER BY j.created_at, j.id, t.number`,
      [accountId],
    );
  }

  /** Empties what the person wrote or is named by; what a statistic counts stays. */
  async eraseTexts(tx: Transaction, accountId: string): Promise<void> {
    await tx.query(
      `UPDATE print_job SET file_name = '${erasedName}', gcode_name = NULL, note = NULL, review_reason = NULL,
         queue_priority = 0, queue_priority_reason = NULL,
         analysis = analysis || '{"slicer": null, "printerModel": null, "findings": []}'
       WHERE account_id = $1 AND file_name <> '${erasedName}'`,
      [accountId],
    );
  }

  /** Prints of an erased person that are not over. */
  async standingOf(accountId: string): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `SELECT j.id FROM print_job j JOIN account a ON a.id = j.account_id
       WHERE j.account_id = $1 AND a.erased_at IS NOT NULL AND j.status NOT IN ('rejected', 'done', 'cancelled')
       ORDER BY j.id`,
      [accountId],
    );
    return rows.map(({ id }) => id);
  }

  /** Takes their files from an erased person's prints that are over. @returns the files */
  async detachFilesOf(tx: Transaction, accountId: string): Promise<string[]> {
    const which = `j.account_id = $1 AND j.status IN ${over}`;
    const pictures = await this.detachPictures(tx, which, [accountId]);
    return [...pictures, ...(await this.detach(tx, which, [accountId]))];
  }

  /** Takes the files from prints that have been over for long enough; a bounded number of them. */
  async detachOldFiles(tx: Transaction, now: Date): Promise<{ files: string[]; mayHaveMore: boolean }> {
    const files = await this.detach(
      tx,
      `j.id IN (SELECT id FROM print_job WHERE status IN ${over} AND updated_at < $1
         AND num_nonnulls(file_sha256, gcode_sha256, thumbnail_sha256, toolpath_sha256) > 0 ORDER BY updated_at LIMIT ${retentionBatch}
         FOR UPDATE SKIP LOCKED)`,
      [keptSince('printFiles', now)],
    );
    const pictures = await this.detachPictures(
      tx,
      `j.status IN ${over} AND j.updated_at < $1 AND t.id IN (SELECT print_attempt_id FROM print_attempt_picture
         JOIN print_attempt a ON a.id = print_attempt_id JOIN print_job o ON o.id = a.print_job_id
         WHERE o.status IN ${over} AND o.updated_at < $1 LIMIT ${retentionBatch})`,
      [keptSince('printFiles', now)],
    );
    const mayHaveMore = Math.max(files.length, pictures.length) >= retentionBatch;
    return { files: [...files, ...pictures], mayHaveMore };
  }

  private async detachPictures(tx: Transaction, which: string, parameters: unknown[]): Promise<string[]> {
    const rows = await tx.query<{ sha256: string | null }>(
      `DELETE FROM print_attempt_picture p USING print_attempt t, print_job j
       WHERE t.id = p.print_attempt_id AND j.id = t.print_job_id AND ${which} RETURNING p.sha256`,
      parameters,
    );
    return [...new Set(rows.flatMap(({ sha256 }) => sha256 ?? []))];
  }

  private async detach(tx: Transaction, which: string, parameters: unknown[]): Promise<string[]> {
    const rows = await tx.query<Record<'file' | 'gcode' | 'thumbnail' | 'toolpath', string | null>>(
      `UPDATE print_job j SET file_sha256 = NULL, gcode_sha256 = NULL, thumbnail_sha256 = NULL, toolpath_sha256 = NULL,
         gcode_origin = NULL, gcode_name = NULL, version = j.version + 1
       FROM print_job before
       WHERE before.id = j.id AND ${which}
         AND num_nonnulls(j.file_sha256, j.gcode_sha256, j.thumbnail_sha256, j.toolpath_sha256) > 0
       RETURNING before.file_sha256 AS file, before.gcode_sha256 AS gcode, before.thumbnail_sha256 AS thumbnail,
         before.toolpath_sha256 AS toolpath`,
      parameters,
    );
    return [...new Set(rows.flatMap((row) => Object.values(row).filter((sha256) => sha256 !== null)))];
  }
}

/** Names come from people: what could leave the folder of the archive is replaced. */
function archived({ id, fileName, fileSha256, gcodeSha256, thumbnailSha256 }: FileRow): PersonalFile[] {
  const name = fileName.replaceAll(/[^\p{L}\p{N}._ -]/gu, '_').replace(/^\.+/, '_');
  return [
    ...(fileSha256 === null ? [] : [{ path: `prints/${id}/${name}`, sha256: fileSha256, isCompressed: false }]),
    ...(gcodeSha256 === null
      ? []
      : [{ path: `prints/${id}/print-file.gcode`, sha256: gcodeSha256, isCompressed: false }]),
    ...(thumbnailSha256 === null
      ? []
      : [{ path: `prints/${id}/preview.png`, sha256: thumbnailSha256, isCompressed: true }]),
  ];
}
