import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform';
import { notOnPrinter } from '../job/print-cancel.service.js';
import { PrintJobRepository } from '../job/print-job.repository.js';
import { PrinterRepository } from '../printer/printer.repository.js';
import { PersonalPrintRepository } from './personal-print.repository.js';

/** Gives up the prints of a person who has been erased, as far as no printer is at them. */
@Injectable()
export class PrintAbandonService {
  constructor(
    private readonly database: Database,
    private readonly prints: PersonalPrintRepository,
    private readonly jobs: PrintJobRepository,
    private readonly printers: PrinterRepository,
  ) {}

  async abandon(accountId: string): Promise<void> {
    for (const printJobId of await this.prints.standingOf(accountId)) await this.cancel(printJobId);
  }

  private async cancel(printJobId: string): Promise<void> {
    const { hubId } = (await this.jobs.find(printJobId)) ?? {};
    const hub = hubId === undefined ? undefined : await this.printers.findHub(hubId);
    if (hub === undefined) return;
    await this.database.transaction(async (tx) => {
      const job = await this.jobs.lock(tx, printJobId);
      if (job === null || !notOnPrinter.includes(job.status)) return;
      await this.jobs.transition(tx, job.id, { from: [job.status], to: 'cancelled' });
      tx.record({ accountId: null, action: 'print-job.cancel', subjectType: 'print_job', subjectId: job.id });
      tx.enqueue('print.plan', { hubId: hub.id });
      tx.changed(hub.slug, 'queue', 'printers', 'board');
    });
  }
}
