import { Injectable } from '@nestjs/common';
import type { Viewer } from '#libs/people';
import { Database, type AuditAction, type Transaction } from '#libs/platform';
import { lockHubPlan } from '../planning/lock-hub-plan.js';
import { findHubForStaff } from '../printer/find-for-staff.js';
import { PrinterRepository } from '../printer/printer.repository.js';

/** Who does what to which spool. */
export interface SpoolAct {
  viewer: Viewer;
  action: AuditAction;
  spoolId: string;
  details?: Record<string, unknown>;
}

/** What everything that staff do with filament begins and ends with. */
@Injectable()
export class FilamentDesk {
  constructor(
    private readonly database: Database,
    private readonly printers: PrinterRepository,
  ) {}

  /** @throws Problem `not_found`, `auth.forbidden` */
  open(idOrSlug: string, viewer: Viewer): Promise<{ id: string; slug: string }> {
    return findHubForStaff(this.printers, viewer, idOrSlug);
  }

  /** Changes what the planner counts on: no plan is made meanwhile, and a new one afterwards. */
  async change<T>(hub: { id: string; slug: string }, work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.database.transaction(async (tx) => {
      await lockHubPlan(tx, hub.id);
      const result = await work(tx);
      tx.enqueue('print.plan', { hubId: hub.id });
      tx.changed(hub.slug, 'printers', 'queue');
      return result;
    });
  }
}

/** Writes into the record what somebody did to a spool. */
export function recordSpoolAct(tx: Transaction, hubId: string, { viewer, spoolId, ...act }: SpoolAct): void {
  tx.record({ ...act, accountId: viewer.accountId, subjectType: 'spool', subjectId: spoolId, hubId });
}
