import { Injectable } from '@nestjs/common';
import {
  Database,
  HoldsPersonalData,
  keptSince,
  retentionBatch,
  type ColumnFates,
  type DataSubject,
  type ExportSection,
  type PersonalDataHolder,
  type Transaction,
} from '#libs/platform';

const labels = {
  hub: { fi: 'Digikeskus', sv: 'Digihubb', en: 'Hub' },
  resource: { fi: 'Laite tai tila', sv: 'Utrustning eller rum', en: 'What' },
  text: { fi: 'Mitä kerroit', sv: 'Vad du berättade', en: 'What you said' },
  reportedAt: { fi: 'Ilmoitettu', sv: 'Anmält', en: 'Reported' },
  closedAt: { fi: 'Hoidettu', sv: 'Åtgärdat', en: 'Seen to' },
};

/** Who reported a fault and in which words, and who saw to it. */
@HoldsPersonalData()
@Injectable()
export class FaultPersonalData implements PersonalDataHolder {
  readonly columns: ColumnFates = {
    fault_report: { account_id: 'pseudonym', text: 'emptied', closed_by: 'pseudonym', done_note: 'emptied' },
  };

  constructor(private readonly database: Database) {}

  async exportFor({ accountId }: DataSubject): Promise<ExportSection[]> {
    const rows = await this.database.query<Record<string, unknown>>(
      `SELECT h.name AS hub, r.slug AS resource, f.text, f.reported_at AS "reportedAt", f.closed_at AS "closedAt"
       FROM fault_report f JOIN hub h ON h.id = f.hub_id JOIN resource r ON r.id = f.resource_id
       WHERE f.account_id = $1 ORDER BY f.reported_at, f.id`,
      [accountId],
    );
    const title = { fi: 'Vikailmoitukset', sv: 'Felanmälningar', en: 'Reported faults' };
    return [{ name: 'faults', title, labels, words: {}, rows }];
  }

  async erase(tx: Transaction, { accountId }: DataSubject): Promise<void> {
    await tx.query(
      `UPDATE fault_report SET text = CASE WHEN account_id = $1 THEN NULL ELSE text END,
         done_note = CASE WHEN closed_by = $1 THEN NULL ELSE done_note END
       WHERE account_id = $1 OR closed_by = $1`,
      [accountId],
    );
  }

  async expire(now: Date): Promise<boolean> {
    const rows = await this.database.query(
      `DELETE FROM fault_report WHERE id IN (
         SELECT id FROM fault_report WHERE closed_at < $1 LIMIT $2 FOR UPDATE SKIP LOCKED) RETURNING 1`,
      [keptSince('faultReport', now), retentionBatch],
    );
    return rows.length === retentionBatch;
  }
}
