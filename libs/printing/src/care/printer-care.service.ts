import { Injectable } from '@nestjs/common';
import { OutOfOrderService, type Asking } from '#libs/booking';
import type { DueCare, NewCareTask, PrinterCare } from '#libs/contracts';
import { isStaffOf, type Viewer } from '#libs/people';
import { Database, Problem, type AuditAction, type Transaction } from '#libs/platform';
import { careStateOf } from '../rules/care-state.js';
import { findForStaff } from '../printer/find-for-staff.js';
import { PrinterRepository, type PrinterRow } from '../printer/printer.repository.js';
import { CareRepository, type CareTaskRow, type UsageRow } from './care.repository.js';

/** Staff look after the printers. */
@Injectable()
export class PrinterCareService {
  constructor(
    private readonly database: Database,
    private readonly printers: PrinterRepository,
    private readonly repository: CareRepository,
    private readonly order: OutOfOrderService,
  ) {}

  /** @throws Problem `not_found` */
  async show(viewer: Viewer, idOrSlug: string): Promise<PrinterCare> {
    const { id } = await findForStaff(this.printers, viewer, idOrSlug);
    const usage = await this.repository.usage(id);
    const tasks = await this.repository.tasks(id);
    const history = await this.repository.history(id);
    return {
      usage: { ...usage, successRate: successRateOf(usage) },
      tasks: tasks.map(taskView),
      history: history.map((entry) => ({ ...entry, doneAt: entry.doneAt.toISOString() })),
    };
  }

  /**
   * What is due at a hub's printers.
   * @throws Problem `not_found`, `auth.forbidden`
   */
  async due(hub: string, { viewer, locale }: Asking): Promise<DueCare['items']> {
    const found = await this.printers.findHub(hub);
    if (found === undefined) throw new Problem('not_found');
    if (!isStaffOf(viewer, found.id)) throw new Problem('auth.forbidden');
    const rows = await this.repository.tasksOfHub(found.id, locale);
    return rows.flatMap((row) => {
      const { id, name, state } = taskView(row);
      return state === 'due' || state === 'overdue' ? [{ task: { id, name }, printer: row.printer, state }] : [];
    });
  }

  /** @throws Problem `not_found` */
  async addTask(viewer: Viewer, idOrSlug: string, task: NewCareTask): Promise<{ id: string }> {
    const printer = await findForStaff(this.printers, viewer, idOrSlug);
    return this.database.transaction(async (tx) => {
      const id = await this.repository.add(tx, printer.id, task);
      record(tx, { viewer, printer, taskId: id, action: 'printer-task.add' });
      return { id };
    });
  }

  /**
   * Somebody has done it; its interval begins anew, and the printer is put back in order when this task had stopped it.
   * @throws Problem `not_found`
   */
  async noteDone(
    { viewer, locale }: Asking,
    idOrSlug: string,
    { taskId, note }: { taskId: string; note: string | null },
  ): Promise<void> {
    const printer = await findForStaff(this.printers, viewer, idOrSlug);
    const isToRunAgain = await this.database.transaction(async (tx) => {
      const task = await this.lock(tx, printer, taskId);
      await this.repository.writeDone(tx, task, { accountId: viewer.accountId, note });
      record(tx, { viewer, printer, taskId, action: 'printer-task.do' });
      const hasStopped = task.stoppedAt !== null;
      return hasStopped && this.repository.isStoppedByAlone(tx, { id: taskId, printerId: printer.id });
    });
    if (isToRunAgain) await this.order.putIn({ hub: printer.hubId, resource: printer.id }, { viewer, locale });
  }

  /**
   * It is not done any more; what was done stays in the history.
   * @throws Problem `not_found`
   */
  async retireTask(viewer: Viewer, idOrSlug: string, taskId: string): Promise<void> {
    const printer = await findForStaff(this.printers, viewer, idOrSlug);
    await this.database.transaction(async (tx) => {
      await this.lock(tx, printer, taskId);
      await this.repository.retire(tx, taskId);
      record(tx, { viewer, printer, taskId, action: 'printer-task.retire' });
    });
  }

  private async lock(tx: Transaction, { id: printerId }: PrinterRow, taskId: string): Promise<CareTaskRow> {
    const task = await this.repository.lock(tx, { id: taskId, printerId });
    if (task === undefined) throw new Problem('not_found');
    return task;
  }
}

function successRateOf({ completed, failed }: UsageRow): number | null {
  const judged = completed + failed;
  return judged === 0 ? null : completed / judged;
}

function taskView(row: CareTaskRow): PrinterCare['tasks'][number] {
  const { id, name, everyHours, everyPrints, stopsPrinter, hours, prints } = row;
  const used = everyHours === null ? prints : hours;
  // One of the two is there, as the table sees to.
  const state = careStateOf(used, everyHours ?? everyPrints ?? 1);
  return { id, name, everyHours, everyPrints, stopsPrinter, used, state, countedFrom: row.countedFrom.toISOString() };
}

function record(
  tx: Transaction,
  done: { viewer: Viewer; printer: PrinterRow; taskId: string; action: AuditAction },
): void {
  const { viewer, printer, taskId, action } = done;
  const subject = { subjectType: 'printer', subjectId: printer.id } as const;
  tx.record({ accountId: viewer.accountId, action, ...subject, details: { task: taskId } });
  tx.changed(printer.hub, 'printers');
}
