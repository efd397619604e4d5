import { Injectable } from '@nestjs/common';
import type { Finding, PrintJob } from '#libs/contracts';
import { Database } from '#libs/platform';
import { loadedMaterialSql, spoolBalance, spoolRunning } from './spool-balance.js';
import { filamentNeeds } from '../rules/filament-needs.js';
import { loadedShortage } from '../rules/loaded-shortage.js';
import type { PrinterOffer } from '../rules/match-printer.js';

interface LoadedPrinter extends PrinterOffer {
  hub: string;
  spools: { tool: number; grams: number }[];
}

/** What is loaded in the printers of hubs, against what prints take. */
@Injectable()
export class LoadedShortageRepository {
  constructor(private readonly database: Database) {}

  /**
   * Loadings change, so this is found out whenever somebody looks, and never kept with what the file says.
   * @param hubs their slugs
   * @returns what to add to a print's findings
   */
  async findings(hubs: readonly string[]): Promise<(job: PrintJob) => Finding[]> {
    const printers = hubs.length === 0 ? [] : await this.loaded(hubs);
    return ({ hub, material, analysis }) => {
      if (analysis === null) return [];
      const { boundingBox, nozzleDiameterMillimetres } = analysis;
      const job = { boundingBox, nozzleDiameterMillimetres, material, gramsByTool: filamentNeeds(analysis) };
      const shortage = loadedShortage(
        job,
        printers.filter((printer) => printer.hub === hub),
      );
      if (shortage === null) return [];
      const params = { grams: Math.ceil(shortage.needGrams), left: Math.floor(shortage.leftGrams) };
      return [{ severity: 'warning', code: 'print.not_enough_filament', line: null, params }];
    };
  }

  private loaded(hubs: readonly string[]): Promise<LoadedPrinter[]> {
    return this.database.query<LoadedPrinter>(
      `SELECT h.slug AS hub, p.bed_origin AS "bedOrigin", p.is_unloaded AS "isUnloaded",
         jsonb_build_object('x', p.bed_x_millimetres, 'y', p.bed_y_millimetres, 'z', p.bed_z_millimetres) AS bed,
         p.nozzle_diameter_millimetres AS "nozzleDiameterMillimetres", ${loadedMaterialSql} AS "loadedMaterial",
         (SELECT coalesce(jsonb_agg(jsonb_build_object('tool', s.tool, 'grams', ${spoolBalance} - ${spoolRunning})), '[]')
           FROM spool s WHERE s.printer_id = p.resource_id) AS spools
       FROM printer p JOIN resource r ON r.id = p.resource_id JOIN hub h ON h.id = r.hub_id
       WHERE h.slug = ANY($1) AND r.retired_at IS NULL`,
      [hubs],
    );
  }
}
