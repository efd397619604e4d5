import { Injectable } from '@nestjs/common';
import { BlockedPeople } from '#libs/people';
import type { Transaction } from '#libs/platform';
import { AllowanceService, type PrintToAllow } from '../filament/allowance.service.js';
import type { PrintJob } from './print-job.entity.js';

/** Stands before everything by which somebody gets something printed. */
@Injectable()
export class PrintAdmission {
  constructor(
    private readonly blocks: BlockedPeople,
    private readonly allowance: AllowanceService,
  ) {}

  /** @throws Problem `person.blocked`, `print.limit_reached` when nothing is left of the month */
  async assertMaySend(tx: Transaction, print: Omit<PrintToAllow, 'grams'>): Promise<void> {
    await this.blocks.assertNotBlocked(tx, print);
    await this.allowance.assertFits(tx, { ...print, grams: null });
  }

  /** @throws Problem `person.blocked`, `print.limit_reached` when the print takes more than is left of the month */
  async assertMayQueue(tx: Transaction, { id, accountId, hubId, analysis }: PrintJob): Promise<void> {
    await this.blocks.assertNotBlocked(tx, { accountId, hubId });
    await this.allowance.assertFits(tx, { id, accountId, hubId, grams: analysis?.totalGrams ?? 0 });
  }
}
