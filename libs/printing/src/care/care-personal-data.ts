import { Injectable } from '@nestjs/common';
import {
  Database,
  HoldsPersonalData,
  type ColumnFates,
  type DataSubject,
  type ExportSection,
  type PersonalDataHolder,
  type Transaction,
} from '#libs/platform';

const labels = {
  printer: { fi: 'Tulostin', sv: 'Skrivare', en: 'Printer' },
  task: { fi: 'Huoltotyö', sv: 'Underhåll', en: 'Maintenance' },
  doneAt: { fi: 'Tehty', sv: 'Gjort', en: 'Done' },
  note: { fi: 'Merkintäsi', sv: 'Din anteckning', en: 'Your note' },
};

/** Who has looked after a printer, and what they wrote about it. */
@HoldsPersonalData()
@Injectable()
export class CarePersonalData implements PersonalDataHolder {
  readonly columns: ColumnFates = {
    printer_task: { name: 'impersonal' },
    printer_care: { account_id: 'pseudonym', note: 'emptied' },
  };

  constructor(private readonly database: Database) {}

  async exportFor({ accountId }: DataSubject): Promise<ExportSection[]> {
    const rows = await this.database.query<Record<string, unknown>>(
      `SELECT r.slug AS printer, t.name AS task, c.done_at AS "doneAt", c.note
       FROM printer_care c JOIN printer_task t ON t.id = c.task_id JOIN resource r ON r.id = t.printer_id
       WHERE c.account_id = $1 ORDER BY c.done_at, c.id`,
      [accountId],
    );
    const title = { fi: 'Tulostinten huolto', sv: 'Underhåll av skrivare', en: 'Care of printers' };
    return [{ name: 'printerCare', title, labels, words: {}, rows }];
  }

  async erase(tx: Transaction, { accountId }: DataSubject): Promise<void> {
    await tx.query(`UPDATE printer_care SET note = NULL WHERE account_id = $1 AND note IS NOT NULL`, [accountId]);
  }
}
