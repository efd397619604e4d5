import { Injectable } from '@nestjs/common';
import type { PrinterFacts } from '#libs/contracts';
import type { Database, Transaction } from '#libs/platform';

/** What printers are as machines. */
@Injectable()
export class PrinterFactsRepository {
  async find(reader: Database | Transaction, printerId: string): Promise<PrinterFacts | undefined> {
    const [facts] = await reader.query<PrinterFacts>(`${factsSql} WHERE resource_id = $1`, [printerId]);
    return facts;
  }

  async lock(tx: Transaction, printerId: string): Promise<PrinterFacts | undefined> {
    const [facts] = await tx.query<PrinterFacts>(`${factsSql} WHERE resource_id = $1 FOR UPDATE`, [printerId]);
    return facts;
  }

  async save(tx: Transaction, printerId: string, facts: Omit<PrinterFacts, 'version'>): Promise<void> {
    await tx.query(
      `UPDATE printer SET model = $2, bed_x_millimetres = $3, bed_y_millimetres = $4, bed_z_millimetres = $5,
         bed_origin = $6, nozzle_diameter_millimetres = $7, max_nozzle_celsius = $8, max_bed_celsius = $9,
         unattended_allowed = $10, facts_version = facts_version + 1
       WHERE resource_id = $1`,
      [
        printerId,
        facts.model,
        facts.bedXMillimetres,
        facts.bedYMillimetres,
        facts.bedZMillimetres,
        facts.bedOrigin,
        facts.nozzleDiameterMillimetres,
        facts.maxNozzleCelsius,
        facts.maxBedCelsius,
        facts.unattendedAllowed,
      ],
    );
  }
}

const factsSql = `
  SELECT model, bed_x_millimetres AS "bedXMillimetres", bed_y_millimetres AS "bedYMillimetres",
    bed_z_millimetres AS "bedZMillimetres", bed_origin AS "bedOrigin",
    nozzle_diameter_millimetres AS "nozzleDiameterMillimetres", max_nozzle_celsius AS "maxNozzleCelsius",
    max_bed_celsius AS "maxBedCelsius", unattended_allowed AS "unattendedAllowed", facts_version AS version
  FROM printer`;
