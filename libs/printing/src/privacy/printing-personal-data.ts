import { Injectable } from '@nestjs/common';
import {
  Database,
  FileStore,
  HoldsPersonalData,
  type ColumnFates,
  type DataSubject,
  type ExportFile,
  type ExportSection,
  type PersonalDataHolder,
  type Transaction,
} from '#libs/platform';
import { PrintAbandonService } from './print-abandon.service.js';
import { PersonalPrintRepository } from './personal-print.repository.js';
import { printLabels } from './print-labels.js';
import { printStateWords } from './print-words.js';
import { openStored } from '../upload/open-stored.js';

/** Prints, their files and their pictures. */
@HoldsPersonalData()
@Injectable()
export class PrintingPersonalData implements PersonalDataHolder {
  readonly columns: ColumnFates = {
    print_job: {
      account_id: 'pseudonym',
      file_name: 'emptied',
      gcode_name: 'emptied',
      note: 'emptied',
      review_reason: 'emptied',
      queue_priority_reason: 'emptied',
      waiting_reason: 'impersonal',
    },
    print_attempt: { paused_by: 'pseudonym' },
    print_attempt_picture: { sha256: 'deleted' },
    printer: { reason: 'impersonal' },
    spool: { color_name: 'impersonal', note: 'impersonal' },
    spool_correction: { account_id: 'pseudonym', reason: 'impersonal' },
  };

  constructor(
    private readonly database: Database,
    private readonly files: FileStore,
    private readonly prints: PersonalPrintRepository,
    private readonly abandoned: PrintAbandonService,
  ) {}

  async exportFor({ accountId }: DataSubject): Promise<ExportSection[]> {
    const rows = await this.prints.exportRows(accountId);
    const title = { fi: 'Tulosteet', sv: 'Utskrifter', en: 'Prints' };
    return [{ name: 'prints', title, labels: printLabels, words: { status: printStateWords }, rows }];
  }

  async exportFiles({ accountId }: DataSubject): Promise<ExportFile[]> {
    const files = await this.prints.filesOf(accountId);
    const kept = await Promise.all(files.map(({ sha256 }) => this.files.has(sha256)));
    // One that the store has lost must not keep the person from all the rest.
    return files
      .filter((_file, index) => kept[index])
      .map(({ path, sha256, isCompressed }) => ({ path, isCompressed, open: () => openStored(this.files, sha256) }));
  }

  async erase(tx: Transaction, { accountId }: DataSubject): Promise<void> {
    await this.prints.eraseTexts(tx, accountId);
  }

  /** What has not begun is cancelled; what a printer is at goes on, and its file goes when it is over. */
  async settle({ accountId }: { accountId: string }): Promise<void> {
    await this.abandoned.abandon(accountId);
    await this.database.transaction(async (tx) => {
      await this.prints.eraseTexts(tx, accountId);
      forget(tx, await this.prints.detachFilesOf(tx, accountId));
    });
  }

  async expire(now: Date): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      const { files, mayHaveMore } = await this.prints.detachOldFiles(tx, now);
      forget(tx, files);
      if (!mayHaveMore) tx.enqueue('print.clean-store', {}, { jobId: 'clean-store' });
      return mayHaveMore;
    });
  }
}

/** By the queue: a file that is gone while its row is not would be missed, one that stays a moment longer is not. */
function forget(tx: Transaction, files: readonly string[]): void {
  for (const sha256 of files) tx.enqueue('print.forget-file', { sha256 });
}
