import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Abstract, Type } from '@nestjs/common';
import type { TestingModule } from '@nestjs/testing';
import type { JobName, LiveEvent, PrinterStatus, PrintJobState } from '#libs/contracts';
import type { Viewer } from '#libs/people';
import { Database, FixedClock } from '#libs/platform';
import { DispatchService } from '../../libs/printing/src/dispatch/dispatch.service.js';
import { PlanningService } from '../../libs/printing/src/planning/planning.service.js';
import { PrinterIngestService } from '../../libs/printing/src/printer/printer-ingest.service.js';
import { aSeenPrint, BridgeReports, FakeBridgeLink, type SeenPrint } from './bridge-reports.js';
import { createTestDatabase } from './database.js';
import { anAnalysis, seedPrintersSql } from './print-rows.js';
import { compilePrinting, type Surroundings } from './printing-module.js';
import { testConfig } from './test-config.js';

const start = new Date('2026-01-12T10:00:00Z');
const oneTry = { tryNumber: 1, isLastTry: true };

/** One attempt as it stands in the database. */
export interface AttemptRow {
  number: number;
  status: string;
  cause: string | null;
  startToken: string;
  commandId: string;
  startedAt: Date | null;
  endedAt: Date | null;
  progress: number | null;
}

/** A hub at noon on a Monday, open from nine to eight, with printers on one bridge and a clock that stands still. */
export class PrintingFixture implements Surroundings {
  readonly analysed: string[] = [];
  readonly clock = new FixedClock(start);
  readonly link = new FakeBridgeLink();
  readonly live: LiveEvent[] = [];
  readonly reports = new Map<string, BridgeReports>();
  hubId = '';
  private readonly printerIds = new Map<string, string>();
  private personCount = 0;
  private module: TestingModule | undefined;

  private constructor(private readonly cleanUp: () => Promise<void>) {}

  /**
   * @param options.printers slugs; all alike, take every material and may print unattended
   * @param options.worker has the queue's jobs done, on Redis or on PostgreSQL; without it they stay in the outbox
   */
  static async create({
    printers = ['printer-1', 'printer-2'],
    worker,
  }: { printers?: readonly string[]; worker?: { redisUrl: string | undefined } } = {}): Promise<PrintingFixture> {
    const { url, drop } = await createTestDatabase();
    const dataDir = await mkdtemp(join(tmpdir(), 'digikeskus-printing-'));
    const fixture = new PrintingFixture(async () => {
      await drop();
      await rm(dataDir, { recursive: true, force: true });
    });
    fixture.module = await compilePrinting(
      fixture,
      testConfig({ DATABASE_URL: url, DATA_DIR: dataDir, REDIS_URL: worker?.redisUrl }),
      worker !== undefined,
    );
    await fixture.seed(printers);
    await fixture.reset();
    if (worker !== undefined) await fixture.module.init();
    return fixture;
  }

  async close(): Promise<void> {
    await this.module?.close();
    await this.cleanUp();
  }

  get<T>(type: Type<T> | Abstract<T>): T {
    if (this.module === undefined) throw new Error('the fixture is not open');
    return this.module.get(type, { strict: false });
  }

  get database(): Database {
    return this.get(Database);
  }

  /** Forgets every job, booking and report; all printers are idle and in sight. */
  async reset(): Promise<void> {
    this.clock.advance((start.getTime() - this.clock.now().getTime()) / 60_000);
    this.link.reset();
    this.live.length = 0;
    await this.database.query(
      `TRUNCATE allocation, booking, printer_care, printer_task, local_print, outbox, print_attempt, print_job, spool,
         filament_rules CASCADE`,
    );
    await this.database.query(`UPDATE bridge SET session = 1, online = true, revoked_at = NULL`);
    await this.database.query(
      `UPDATE printer SET state = 'idle', plate = 'clear', local_print = false, loaded_material = NULL,
         is_unloaded = false, status_session = NULL, status_seq = NULL, event_session = NULL, event_seq = NULL`,
    );
    for (const slug of this.printerIds.keys()) this.reports.set(slug, new BridgeReports(() => this.clock.now()));
  }

  printerId(slug = 'printer-1'): string {
    const id = this.printerIds.get(slug);
    if (id === undefined) throw new Error(`there is no ${slug}`);
    return id;
  }

  /** Changes what is known of a printer. */
  async aPrinter(slug: string, changes: { state?: string; plate?: string; localPrint?: boolean }): Promise<void> {
    await this.database.query(
      `UPDATE printer SET state = coalesce($2, state), plate = coalesce($3, plate),
         local_print = coalesce($4, local_print) WHERE resource_id = $1`,
      [this.printerId(slug), changes.state, changes.plate, changes.localPrint],
    );
  }

  async aPerson({ staff = false } = {}): Promise<Viewer> {
    this.personCount += 1;
    const email = `person-${this.personCount}@example.org`;
    const displayName = `Person ${this.personCount}`;
    const [row] = await this.database.query<{ id: string }>(
      `INSERT INTO account (email, display_name, locale) VALUES ($1, $2, 'en') RETURNING id`,
      [email, displayName],
    );
    const accountId = row?.id ?? '';
    const roles = staff ? [{ role: 'staff' as const, hubId: this.hubId, hub: 'test-hub' }] : [];
    return { accountId, sessionId: accountId, email, displayName, locale: 'en', reminders: true, roles };
  }

  /** A job for an hour's print, approved and waiting unless told otherwise. @returns its id */
  async aPrintJob(changes: Partial<PrintJobOptions> = {}): Promise<string> {
    const { status = 'queued', queuedAt = this.clock.now(), seconds = 3600, grams = null } = changes;
    const wasQueued = !['uploaded', 'analysing', 'awaiting_review', 'needs_changes'].includes(status);
    const [row] = await this.database.query<{ id: string }>(
      `INSERT INTO print_job (hub_id, account_id, status, file_name, file_sha256, file_bytes, analysis, refusal_code,
         preferred_printer_id, queued_at, created_at, updated_at, material)
       VALUES ($1, $2, $3, 'part.gcode', repeat('a', 64), 1000, $4, $5, $6, $7, $8, $8, $9) RETURNING id`,
      [
        this.hubId,
        (changes.owner ?? (await this.aPerson())).accountId,
        status,
        status === 'analysing' ? null : JSON.stringify(anAnalysis(seconds, grams)),
        changes.refusalCode ?? null,
        changes.printer === undefined ? null : this.printerId(changes.printer),
        wasQueued ? queuedAt : null,
        this.clock.now(),
        changes.material ?? null,
      ],
    );
    return row?.id ?? '';
  }

  /** A job that the planner has just given to a printer; nothing was sent yet. */
  async aDispatchedJob(changes: Partial<PrintJobOptions> = {}): Promise<string> {
    const id = await this.aPrintJob({ printer: 'printer-1', ...changes });
    await this.plan();
    return id;
  }

  /** A job that has been seen on its printer. */
  async aPrintingJob(changes: Partial<PrintJobOptions> = {}): Promise<string> {
    const id = await this.aDispatchedJob(changes);
    await this.seeOn(changes.printer ?? 'printer-1', id);
    return id;
  }

  async plan(): Promise<void> {
    await this.get(PlanningService).plan({ hubId: this.hubId });
  }

  /** Carries the newest attempt of a job to its printer, as the queue would. */
  async dispatch(printJobId: string, run = oneTry): Promise<void> {
    const { number } = await this.attempt(printJobId);
    await this.get(DispatchService).dispatch({ printJobId, attempt: number }, run);
  }

  /** Folds a snapshot of a printer. */
  async see(slug: string, changes: Partial<PrinterStatus> = {}): Promise<void> {
    await this.get(PrinterIngestService).foldStatus(this.address(slug), this.reportsOf(slug).status(changes));
  }

  /** Folds a snapshot that shows a job's print on a printer. */
  async seeOn(slug: string, printJobId: string, { print, ...changes }: SnapshotChanges = {}): Promise<void> {
    const job = aSeenPrint(await this.reference(printJobId), print);
    await this.see(slug, { state: 'printing', plate: 'awaiting_clear', job, ...changes });
  }

  reportsOf(slug: string): BridgeReports {
    const reports = this.reports.get(slug);
    if (reports === undefined) throw new Error(`there is no ${slug}`);
    return reports;
  }

  address(slug: string) {
    return { hub: 'test-hub', bridge: 'bridge-1', printer: slug };
  }

  /** How a job's newest attempt is named on the machine. */
  async reference(printJobId: string) {
    const { number, startToken } = await this.attempt(printJobId);
    return { jobId: printJobId, attempt: number, startToken };
  }

  async status(printJobId: string): Promise<PrintJobState> {
    const [job] = await this.database.query<{ status: PrintJobState }>(`SELECT status FROM print_job WHERE id = $1`, [
      printJobId,
    ]);
    if (job === undefined) throw new Error(`there is no job ${printJobId}`);
    return job.status;
  }

  attempts(printJobId: string): Promise<AttemptRow[]> {
    return this.database.query<AttemptRow>(
      `SELECT number, status, cause, start_token AS "startToken", command_id AS "commandId",
         started_at AS "startedAt", ended_at AS "endedAt", progress
       FROM print_attempt WHERE print_job_id = $1 ORDER BY number`,
      [printJobId],
    );
  }

  /** The newest attempt of a job. */
  async attempt(printJobId: string): Promise<AttemptRow> {
    const attempt = (await this.attempts(printJobId)).at(-1);
    if (attempt === undefined) throw new Error(`job ${printJobId} was never dispatched`);
    return attempt;
  }

  /** Jobs of one name that wait in the outbox, and takes them out. */
  takeJobs(name: JobName): Promise<{ payload: Record<string, unknown>; jobId: string | null; runAt: Date | null }[]> {
    return this.database.query(
      `DELETE FROM outbox WHERE job_name = $1 RETURNING payload, job_id AS "jobId", run_at AS "runAt"`,
      [name],
    );
  }

  /** What occupies a printer, as `10:00–11:10 print`. */
  async calendar(slug = 'printer-1'): Promise<string[]> {
    const rows = await this.database.query<{ entry: string }>(
      `SELECT to_char(lower(during) AT TIME ZONE 'UTC', 'HH24:MI') || '–'
         || to_char(upper(during) AT TIME ZONE 'UTC', 'HH24:MI') || ' ' || kind AS entry
       FROM allocation WHERE active AND resource_id = $1 ORDER BY lower(during)`,
      [this.printerId(slug)],
    );
    return rows.map(({ entry }) => entry);
  }

  /** Books a printer, in minutes from now. */
  async aBookingOf(slug: string, fromMinutes: number, toMinutes: number, by?: Viewer): Promise<void> {
    const at = (minutes: number) => new Date(this.clock.now().getTime() + minutes * 60_000);
    const { accountId } = by ?? (await this.aPerson());
    await this.database.query(
      `WITH made AS (
         INSERT INTO booking (hub_id, account_id, category, status, starts_at, ends_at, created_at, updated_at)
         VALUES ($1, $2, 'printer', 'confirmed', $4, $5, $6, $6) RETURNING id)
       INSERT INTO allocation (resource_id, during, kind, booking_id)
       SELECT $3, tstzrange($4, $5), 'booking', id FROM made`,
      [this.hubId, accountId, this.printerId(slug), at(fromMinutes), at(toMinutes), this.clock.now()],
    );
  }

  /** Actions in the log of a job, oldest first. */
  async log(printJobId: string): Promise<string[]> {
    const rows = await this.database.query<{ action: string }>(
      `SELECT action FROM audit_entry WHERE subject_id = $1 ORDER BY at, id`,
      [printJobId],
    );
    return rows.map(({ action }) => action);
  }

  private async seed(printers: readonly string[]): Promise<void> {
    const hours = [{ opens: '09:00', closes: '20:00' }];
    const weekly = { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours };
    const [hub] = await this.database.query<{ id: string }>(
      `INSERT INTO hub (slug, name, address, time_zone, languages, weekly_hours)
       VALUES ('test-hub', 'Test hub', 'Street 1', 'Europe/Helsinki', '{fi,sv,en}', $1) RETURNING id`,
      [JSON.stringify(weekly)],
    );
    this.hubId = hub?.id ?? '';
    const rows = await this.database.query<{ slug: string; id: string }>(seedPrintersSql, [this.hubId, printers]);
    for (const { slug, id } of rows) this.printerIds.set(slug, id);
  }
}

interface SnapshotChanges extends Partial<PrinterStatus> {
  print?: Partial<SeenPrint>;
}

interface PrintJobOptions {
  status: PrintJobState;
  owner: Viewer;
  queuedAt: Date;
  seconds: number;
  grams: number;
  material: string;
  refusalCode: string;
  /** Slug of the preferred printer. */
  printer: string;
}
