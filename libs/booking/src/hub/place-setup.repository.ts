import { Injectable } from '@nestjs/common';
import type { ChangeHub, ChangePool, CreateHub, CreatePool } from '#libs/contracts';
import { Problem, violatedConstraint, type Transaction } from '#libs/platform';
import type { LocalisedText } from './localised-text.js';
import type { Category, ProblemCode } from '#libs/contracts';

/** A resource about to stand in a hub. */
export interface ResourceDraft {
  slug: string;
  name: LocalisedText;
  description: LocalisedText;
  category: Category;
  poolId: string | null;
  parentId: string | null;
  bookable: boolean;
  /** The last one when undefined. */
  position?: number | undefined;
}

/** What changes of a resource; undefined stays. */
export interface ResourceChange {
  name?: LocalisedText | undefined;
  description?: LocalisedText | undefined;
  poolId?: string | null | undefined;
  parentId?: string | null | undefined;
  bookable?: boolean | undefined;
  position?: number | undefined;
  retiredAt?: Date | null | undefined;
}

const takenSlug: Record<string, ProblemCode> = {
  hub_slug_key: 'hub.exists',
  pool_slug_key: 'place.exists',
  resource_slug_key: 'place.exists',
};

/** Writes hubs and what stands in them. */
@Injectable()
export class PlaceSetupRepository {
  /** @throws Problem `hub.exists` */
  createHub(tx: Transaction, hub: CreateHub): Promise<string> {
    return insert(
      tx,
      `INSERT INTO hub (slug, name, address, time_zone, languages, country, weekly_hours)
       VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id`,
      [hub.slug, hub.name, hub.address, hub.timeZone, hub.languages, hub.country, JSON.stringify(hub.weeklyHours)],
    );
  }

  async changeHub(tx: Transaction, hubId: string, { name, address, timeZone, languages, country }: ChangeHub) {
    await tx.query(
      `UPDATE hub SET name = coalesce($2, name), address = coalesce($3, address), time_zone = coalesce($4, time_zone),
         languages = coalesce($5, languages), country = coalesce($6, country) WHERE id = $1`,
      [hubId, name, address, timeZone, languages, country],
    );
  }

  /** @throws Problem `place.exists` */
  createPool(tx: Transaction, hubId: string, pool: CreatePool): Promise<string> {
    return insert(
      tx,
      `INSERT INTO pool (hub_id, slug, name, description, category) VALUES ($1, $2, $3, $4, $5) RETURNING id`,
      [hubId, pool.slug, JSON.stringify(pool.name), JSON.stringify(pool.description), pool.category],
    );
  }

  async changePool(tx: Transaction, poolId: string, { name, description }: ChangePool): Promise<void> {
    await tx.query(`UPDATE pool SET name = coalesce($2, name), description = coalesce($3, description) WHERE id = $1`, [
      poolId,
      json(name),
      json(description),
    ]);
  }

  /** @throws Problem `place.exists` */
  createResource(tx: Transaction, hubId: string, draft: ResourceDraft): Promise<string> {
    return insert(
      tx,
      `INSERT INTO resource (hub_id, slug, name, description, category, pool_id, parent_id, bookable, position)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8,
         coalesce($9, (SELECT coalesce(max(position), 0) + 1 FROM resource WHERE hub_id = $1)))
       RETURNING id`,
      [
        hubId,
        draft.slug,
        json(draft.name),
        json(draft.description),
        draft.category,
        draft.poolId,
        draft.parentId,
        draft.bookable,
        draft.position,
      ],
    );
  }

  async changeResource(tx: Transaction, resourceId: string, change: ResourceChange): Promise<void> {
    const { name, description, bookable, position, poolId, parentId, retiredAt } = change;
    await tx.query(
      `UPDATE resource SET name = coalesce($2, name), description = coalesce($3, description),
         bookable = coalesce($4, bookable), position = coalesce($5, position),
         pool_id = CASE WHEN $6 THEN $7 ELSE pool_id END, parent_id = CASE WHEN $8 THEN $9 ELSE parent_id END,
         retired_at = CASE WHEN $10 THEN $11 ELSE retired_at END
       WHERE id = $1`,
      [
        resourceId,
        json(name),
        json(description),
        bookable,
        position,
        poolId !== undefined,
        poolId ?? null,
        parentId !== undefined,
        parentId ?? null,
        retiredAt !== undefined,
        retiredAt ?? null,
      ],
    );
  }

  /** Whether anything at all still occupies the resource now or later. */
  async isOccupied(tx: Transaction, resourceId: string, now: Date): Promise<boolean> {
    const rows = await tx.query(
      `SELECT FROM allocation WHERE resource_id = $1 AND active AND upper(during) > $2 LIMIT 1`,
      [resourceId, now],
    );
    return rows.length > 0;
  }

  /** Deletes a pool or resource to which nothing refers. @returns false when something does, and it is still there */
  async deleteUnused(tx: Transaction, table: 'pool' | 'resource', id: string): Promise<boolean> {
    const isOfSeries =
      table === 'resource' ? ` AND NOT EXISTS (SELECT FROM booking_series WHERE $1 = ANY(resource_ids))` : '';
    await tx.query('SAVEPOINT unused');
    try {
      return (await tx.query(`DELETE FROM ${table} WHERE id = $1${isOfSeries} RETURNING id`, [id])).length > 0;
    } catch (error) {
      if (violatedConstraint(error) === undefined) throw error;
      await tx.query('ROLLBACK TO SAVEPOINT unused');
      return false;
    }
  }
}

async function insert(tx: Transaction, sql: string, parameters: readonly unknown[]): Promise<string> {
  try {
    const [row] = await tx.query<{ id: string }>(sql, parameters);
    if (row === undefined) throw new Error('the insert answered nothing');
    return row.id;
  } catch (error) {
    const code = takenSlug[violatedConstraint(error) ?? ''];
    throw code === undefined ? error : new Problem(code, { cause: error });
  }
}

function json(value: LocalisedText | undefined): string | undefined {
  return value === undefined ? undefined : JSON.stringify(value);
}
