import { Injectable } from '@nestjs/common';
import type {
  Board,
  Locale,
  Printer,
  PrintJob,
  PrintJobQuery,
  PrintJobState,
  Queue,
  WaitingReason,
} from '#libs/contracts';
import { isStaffOf, type Viewer } from '#libs/people';
import { Database, Problem } from '#libs/platform';
import { rangeOf } from './instant-range.js';
import { PrintJobViewRepository, type PrintJobView } from './print-job-view.repository.js';
import { LoadedShortageRepository } from '../filament/loaded-shortage.repository.js';
import { toPrinter } from '../printer/printer-view.js';
import { PrinterRepository } from '../printer/printer.repository.js';
import { queueEndOf } from '../rules/queue-priority.js';

/** What people may see of prints and printers. */
@Injectable()
export class PrintingViewService {
  constructor(
    private readonly database: Database,
    private readonly views: PrintJobViewRepository,
    private readonly printers: PrinterRepository,
    private readonly shortages: LoadedShortageRepository,
  ) {}

  /** @throws Problem `not_found` to anybody but owner and staff */
  async job(viewer: Viewer, id: string, locale: Locale): Promise<PrintJob> {
    const [view] = await this.views.list({ id }, locale);
    if (view === undefined) throw new Problem('not_found');
    const isStaff = isStaffOf(viewer, view.hubId);
    if (!isStaff && view.person.id !== viewer.accountId) throw new Problem('not_found');
    const shown = forReader(view, isStaff);
    const [job = shown] = await this.withShortages([shown]);
    return job;
  }

  /** One's own jobs; all jobs of their hubs for staff who do not ask for their own. */
  async list(viewer: Viewer, query: PrintJobQuery, locale: Locale): Promise<PrintJob[]> {
    const seesAll = query.mine !== 'true' && viewer.roles.length > 0;
    const roles = viewer.roles.filter(({ hub, hubId }) => [hub, hubId, undefined].includes(query.hub));
    const scope = seesAll ? { hubIds: roles.map((role) => role.hubId) } : { accountId: viewer.accountId };
    const wanted = { ...(query.status && { status: query.status }), onShelf: query.onShelf === 'true' };
    const views = await this.views.list({ ...scope, ...wanted }, locale);
    const ofHub =
      query.hub === undefined || seesAll
        ? views
        : views.filter(({ hub, hubId }) => [hub, hubId].includes(query.hub ?? ''));
    return this.withShortages(ofHub.map((view) => forReader(view, isStaffOf(viewer, view.hubId))));
  }

  /** Whoever decides about a print is told when nothing loaded suffices for it; only staff are told whose it is. */
  private async withShortages(jobs: readonly PrintJob[]): Promise<PrintJob[]> {
    const isForReview = ({ status, person }: PrintJob) => status === 'awaiting_review' && person !== undefined;
    const hubs = [...new Set(jobs.filter(isForReview).map(({ hub }) => hub))];
    const findingsOf = await this.shortages.findings(hubs);
    return jobs.map((job) => {
      const findings = isForReview(job) ? findingsOf(job) : [];
      if (findings.length === 0 || job.analysis === null) return job;
      return { ...job, analysis: { ...job.analysis, findings: [...job.analysis.findings, ...findings] } };
    });
  }

  /** Everybody sees the queue; ids only of one's own jobs. */
  async queue(hubIdOrSlug: string, viewer: Viewer | undefined): Promise<Queue> {
    const hub = await this.findHub(hubIdOrSlug);
    const rows = await this.database.query<QueueRow>(queueSql, [hub.id]);
    const seesIds = isStaffOf(viewer, hub.id);
    return {
      items: rows.map((row, index) => ({
        printJobId: seesIds || row.accountId === viewer?.accountId ? row.id : null,
        position: index + 1,
        printer: row.printer,
        estimatedStartAt: row.estimatedStartAt?.toISOString() ?? null,
        estimatedEndAt: row.estimatedEndAt?.toISOString() ?? null,
        startsBetween: row.startEarliestAt && row.startLatestAt && rangeOf(row.startEarliestAt, row.startLatestAt),
        endsBetween: row.endEarliestAt && row.endLatestAt && rangeOf(row.endEarliestAt, row.endLatestAt),
        waitingReason: row.waitingReason ?? 'printers_busy',
        movedTo: queueEndOf(row.queuePriority),
      })),
      nextCursor: null,
    };
  }

  async hubPrinters(hubIdOrSlug: string, viewer: Viewer | undefined, locale: Locale): Promise<Printer[]> {
    const hub = await this.findHub(hubIdOrSlug);
    const rows = await this.printers.list({ hubId: hub.id }, locale);
    return rows.map((row) => toPrinter(row, isStaffOf(viewer, hub.id)));
  }

  async printer(idOrSlug: string, viewer: Viewer | undefined, locale: Locale): Promise<Printer> {
    const [row] = await this.printers.list({ printer: idOrSlug }, locale);
    if (row === undefined) throw new Problem('not_found');
    return toPrinter(row, isStaffOf(viewer, row.hubId));
  }

  /** The kiosk's part: no ids, no names. */
  async boardPart(hubId: string, locale: Locale): Promise<Pick<Board, 'printers' | 'queueLength'>> {
    const [rows, [queue]] = await Promise.all([
      this.printers.list({ hubId }, locale),
      this.database.query<{ count: number }>(
        `SELECT count(*)::int AS count FROM print_job WHERE hub_id = $1 AND status = 'queued'`,
        [hubId],
      ),
    ]);
    const printers = rows.map((row) => ({
      slug: row.slug,
      name: row.name,
      state: row.state,
      plate: row.plate,
      progress: row.progress,
      endsAt: row.estimatedEndAt?.toISOString() ?? null,
      isLocal: row.isLocal,
    }));
    return { printers, queueLength: queue?.count ?? 0 };
  }

  private async findHub(idOrSlug: string): Promise<{ id: string; slug: string }> {
    const hub = await this.printers.findHub(idOrSlug);
    if (hub === undefined) throw new Problem('not_found');
    return hub;
  }
}

interface QueueRow {
  id: string;
  accountId: string;
  status: PrintJobState;
  printer: string | null;
  estimatedStartAt: Date | null;
  estimatedEndAt: Date | null;
  startEarliestAt: Date | null;
  startLatestAt: Date | null;
  endEarliestAt: Date | null;
  endLatestAt: Date | null;
  waitingReason: WaitingReason | null;
  queuePriority: number;
}

const queueSql = `
  SELECT j.id, j.account_id AS "accountId", j.status, r.slug AS printer,
    j.estimated_start_at AS "estimatedStartAt", j.estimated_end_at AS "estimatedEndAt",
    j.estimated_start_earliest_at AS "startEarliestAt", j.estimated_start_latest_at AS "startLatestAt",
    j.estimated_end_earliest_at AS "endEarliestAt", j.estimated_end_latest_at AS "endLatestAt",
    j.waiting_reason AS "waitingReason", j.queue_priority AS "queuePriority"
  FROM print_job j LEFT JOIN resource r ON r.id = j.planned_printer_id
  WHERE j.hub_id = $1 AND j.status = 'queued'
  ORDER BY j.queue_position NULLS LAST, j.queued_at`;

function forReader({ person, ...job }: PrintJobView & { hubId?: string }, isStaff: boolean): PrintJob {
  const { hubId: _hubId, ...shown } = job;
  if (isStaff) return { ...shown, person };
  // What is wrong then is wrong with the file that staff attached.
  const isOthers = job.status === 'awaiting_review' && job.refusal?.code !== 'print.needs_slicing';
  return isOthers ? { ...shown, refusal: null } : shown;
}
