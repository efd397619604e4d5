import { Injectable } from '@nestjs/common';
import type { SpoolChange } from '#libs/contracts';
import { Clock, Database, type Transaction } from '#libs/platform';
import { spoolBalance, spoolRunning } from './spool-balance.js';
import { factNames, factsFromJson, factsSelected, factsSet, factTypes, type SpoolFacts } from './spool-facts.js';

export interface SpoolRow extends SpoolFacts {
  id: string;
  number: number;
  hub: string;
  startGrams: number;
  /** Below zero when more was taken than was thought to be there. */
  balanceGrams: number;
  /** What prints that run now are going to take. */
  runningGrams: number;
  printerId: string | null;
  printer: string | null;
  tool: number | null;
  firstUsedAt: Date | null;
  lastUsedAt: Date | null;
  archivedAt: Date | null;
  createdAt: Date;
}

export interface NewSpool extends SpoolFacts {
  startGrams: number;
  /** The next free one when it is not given. */
  number?: number;
  createdAt: Date;
  firstUsedAt?: Date | null;
  lastUsedAt?: Date | null;
  archivedAt?: Date | null;
}

type Reader = Pick<Database | Transaction, 'query'>;

const mostChanges = 200;

/** Spools of filament. They are archived, never deleted: what was printed from them stays known. */
@Injectable()
export class SpoolRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** A hub's spools by number; archived ones only when asked for. */
  list(of: { hubId: string; archived?: boolean }, reader: Reader = this.database): Promise<SpoolRow[]> {
    return reader.query<SpoolRow>(
      `${spoolSql} WHERE s.hub_id = $1 AND ($2 OR s.archived_at IS NULL) ORDER BY s.number`,
      [of.hubId, of.archived ?? false],
    );
  }

  async find(of: { hubId: string; number: number }, reader: Reader = this.database): Promise<SpoolRow | undefined> {
    const sql = `${spoolSql} WHERE s.hub_id = $1 AND s.number = $2`;
    const [spool] = await reader.query<SpoolRow>(sql, [of.hubId, of.number]);
    return spool;
  }

  /** Locks a spool; what is left of it changes no more until the transaction ends. */
  async lock(tx: Transaction, of: { hubId: string; number: number }): Promise<SpoolRow | undefined> {
    await tx.query(`SELECT 1 FROM spool WHERE hub_id = $1 AND number = $2 FOR UPDATE`, [of.hubId, of.number]);
    return this.find(of, tx);
  }

  /** Which of these numbers a hub has given. */
  async taken(tx: Transaction, hubId: string, numbers: readonly number[]): Promise<number[]> {
    const sql = `SELECT number FROM spool WHERE hub_id = $1 AND number = ANY($2)`;
    return (await tx.query<{ number: number }>(sql, [hubId, numbers])).map(({ number }) => number);
  }

  /** Adds spools, one after the other in numbers; the caller holds the hub's plan. @returns their numbers */
  async insert(tx: Transaction, hubId: string, spools: readonly NewSpool[]): Promise<number[]> {
    const rows = await tx.query<{ number: number }>(insertSql, [hubId, JSON.stringify(spools)]);
    return rows.map(({ number }) => number);
  }

  async change(tx: Transaction, spool: SpoolRow, facts: SpoolFacts): Promise<void> {
    await tx.query(`UPDATE spool s SET ${factsSet} FROM jsonb_to_record($2) AS r(${factTypes}) WHERE s.id = $1`, [
      spool.id,
      JSON.stringify(facts),
    ]);
  }

  async setArchived(tx: Transaction, spool: SpoolRow, archivedAt: Date | null): Promise<void> {
    await tx.query(`UPDATE spool SET archived_at = $2, printer_id = NULL, tool = NULL WHERE id = $1`, [
      spool.id,
      archivedAt,
    ]);
  }

  /** Writes down that there is more or less on spools of a hub than was thought. */
  async correct(tx: Transaction, hubId: string, corrections: readonly SpoolCorrection[]): Promise<void> {
    await tx.query(
      `INSERT INTO spool_correction (spool_id, grams, reason, account_id, at)
       SELECT s.id, r.grams, r.reason, r."accountId", $3
       FROM jsonb_to_recordset($2) AS r(number int, grams numeric, reason text, "accountId" uuid)
       JOIN spool s ON s.hub_id = $1 AND s.number = r.number`,
      [hubId, JSON.stringify(corrections), this.clock.now()],
    );
  }

  /** What took from a spool or gave to it, newest first. */
  async history(spoolId: string): Promise<SpoolChange[]> {
    const rows = await this.database.query<{ change: SpoolChange }>(historySql, [spoolId, mostChanges]);
    return rows.map(({ change }) => ({ ...change, at: new Date(change.at).toISOString() }));
  }
}

export interface SpoolCorrection {
  number: number;
  grams: number;
  reason: string;
  accountId: string;
}

const spoolSql = `
  SELECT s.id, s.number, h.slug AS hub, ${factsSelected}, s.start_grams::float8 AS "startGrams",
    ${spoolBalance} AS "balanceGrams", ${spoolRunning} AS "runningGrams", s.printer_id AS "printerId",
    p.slug AS printer, s.tool, s.first_used_at AS "firstUsedAt", s.last_used_at AS "lastUsedAt",
    s.archived_at AS "archivedAt", s.created_at AS "createdAt"
  FROM spool s JOIN hub h ON h.id = s.hub_id LEFT JOIN resource p ON p.id = s.printer_id`;

const insertSql = `
  INSERT INTO spool (hub_id, number, ${factNames}, start_grams, created_at, first_used_at, last_used_at, archived_at)
  SELECT $1, coalesce(r.number, n.last + row_number() OVER (ORDER BY r.ordinality)), ${factsFromJson}, r."startGrams",
    r."createdAt", r."firstUsedAt", r."lastUsedAt", r."archivedAt"
  FROM ROWS FROM (jsonb_to_recordset($2) AS (number int, ${factTypes}, "startGrams" numeric, "createdAt" timestamptz,
      "firstUsedAt" timestamptz, "lastUsedAt" timestamptz, "archivedAt" timestamptz)) WITH ORDINALITY r,
    (SELECT coalesce(max(number), 0) AS last FROM spool WHERE hub_id = $1) n
  RETURNING number`;

const historySql = `
  SELECT change FROM (
    SELECT u.ended_at AS at, jsonb_build_object('kind', 'use', 'at', u.ended_at, 'grams', -u.grams,
      'source', u.source, 'printJobId', t.print_job_id, 'printer', r.slug) AS change
    FROM filament_use u JOIN print_attempt t ON t.id = u.print_attempt_id JOIN resource r ON r.id = t.printer_id
    WHERE u.spool_id = $1 AND u.ended_at IS NOT NULL
    UNION ALL
    SELECT c.at, jsonb_build_object('kind', 'correction', 'at', c.at, 'grams', c.grams, 'reason', c.reason)
    FROM spool_correction c WHERE c.spool_id = $1) changes
  ORDER BY at DESC LIMIT $2`;
