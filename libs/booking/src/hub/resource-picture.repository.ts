import { Injectable } from '@nestjs/common';
import type { PictureType } from '#libs/contracts';
import { Database, type Transaction } from '#libs/platform';

export interface ResourcePicture {
  content: Buffer;
  type: PictureType;
  version: string;
}

@Injectable()
export class ResourcePictureRepository {
  constructor(private readonly database: Database) {}

  async find(resourceId: string): Promise<ResourcePicture | undefined> {
    const [picture] = await this.database.query<ResourcePicture>(
      `SELECT p.content, p.media_type AS type, r.picture_version AS version
       FROM resource_picture p JOIN resource r ON r.id = p.resource_id WHERE p.resource_id = $1`,
      [resourceId],
    );
    return picture;
  }

  /** @returns whether the resource is still there */
  async put(tx: Transaction, resourceId: string, { content, type, version }: ResourcePicture): Promise<boolean> {
    // The resource first: whoever deletes it is waited for, and there is nothing to bring a picture to afterwards.
    const written = await tx.query(
      `WITH of AS (UPDATE resource SET picture_version = $4 WHERE id = $1 RETURNING id)
       INSERT INTO resource_picture (resource_id, content, media_type) SELECT id, $2, $3 FROM of
       ON CONFLICT (resource_id) DO UPDATE SET content = excluded.content, media_type = excluded.media_type
       RETURNING resource_id`,
      [resourceId, content, type, version],
    );
    return written.length > 0;
  }

  /** @returns whether there was one */
  async remove(tx: Transaction, resourceId: string): Promise<boolean> {
    const gone = await tx.query('DELETE FROM resource_picture WHERE resource_id = $1 RETURNING resource_id', [
      resourceId,
    ]);
    await tx.query('UPDATE resource SET picture_version = NULL WHERE id = $1', [resourceId]);
    return gone.length > 0;
  }
}
