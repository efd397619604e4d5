import { Injectable } from '@nestjs/common';
import type { PrintAnalysis } from '#libs/contracts';
import { Database } from '#libs/platform';
import { filamentNeeds } from '../rules/filament-needs.js';
import type { SpoolRow } from './spool.repository.js';

interface QueuedNeed {
  printerId: string;
  filaments: PrintAnalysis['filaments'];
  totalGrams: number | null;
}

/** What queued prints are going to take. */
@Injectable()
export class FilamentQueueRepository {
  constructor(private readonly database: Database) {}

  /** @returns how many grams of a spool are promised to queued prints that are planned on its printer */
  async promised(hubId: string): Promise<(spool: Pick<SpoolRow, 'printerId' | 'tool'>) => number> {
    const rows = await this.database.query<QueuedNeed>(
      `SELECT planned_printer_id AS "printerId", analysis -> 'filaments' AS filaments,
         (analysis ->> 'totalGrams')::float8 AS "totalGrams"
       FROM print_job WHERE hub_id = $1 AND status = 'queued' AND planned_printer_id IS NOT NULL
         AND analysis IS NOT NULL`,
      [hubId],
    );
    const grams = new Map<string, number>();
    for (const { printerId, ...analysis } of rows) {
      for (const [tool, need] of filamentNeeds(analysis).entries()) {
        const place = `${printerId}/${tool}`;
        grams.set(place, (grams.get(place) ?? 0) + need);
      }
    }
    return ({ printerId, tool }) => grams.get(`${printerId}/${tool}`) ?? 0;
  }

  /** Queued prints that wait for filament, in their order. */
  async short(hubId: string): Promise<{ printJobId: string; material: string | null; grams: number }[]> {
    return this.database.query(
      `SELECT id AS "printJobId", material, coalesce((analysis ->> 'totalGrams')::float8, 0) AS grams
       FROM print_job WHERE hub_id = $1 AND status = 'queued' AND waiting_reason = 'not_enough_filament'
       ORDER BY queue_position`,
      [hubId],
    );
  }
}
