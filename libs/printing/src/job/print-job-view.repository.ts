import { Injectable } from '@nestjs/common';
import type {
  AttemptState,
  GcodeOrigin,
  ModelFormat,
  Locale,
  PrintAnalysis,
  PrintJob,
  PrintJobState,
  ProblemCode,
  WaitingReason,
} from '#libs/contracts';
import { Clock, Database, formatMessage, problemTexts } from '#libs/platform';
import { rangeOf } from './instant-range.js';
import { pastPrintsSql } from '../planning/past-prints.js';
import { queueEndOf } from '../rules/queue-priority.js';
import { runningEndRange, slicersTimeError, timeErrorOf, type PastPrints } from '../rules/estimate-range.js';

interface Filter {
  id?: string;
  accountId?: string;
  hubIds?: readonly string[];
  status?: PrintJobState;
  onShelf?: boolean;
}

interface Row {
  id: string;
  hub: string;
  hubId: string;
  accountId: string;
  displayName: string;
  status: PrintJobState;
  fileName: string;
  fileBytes: string;
  material: string | null;
  note: string | null;
  preferredPrinter: string | null;
  plannedPrinter: string | null;
  analysis: PrintAnalysis | null;
  refusalCode: ProblemCode | null;
  thumbnailSha256: string | null;
  toolpathSha256: string | null;
  modelFormat: ModelFormat | null;
  fileSha256: string | null;
  gcodeSha256: string | null;
  gcodeBytes: string | null;
  gcodeOrigin: GcodeOrigin | null;
  gcodeName: string | null;
  fileVersion: number;
  reviewReason: string | null;
  waitingReason: WaitingReason | null;
  queuePosition: number | null;
  queuePriority: number;
  queuePriorityReason: string | null;
  estimatedStartAt: Date | null;
  estimatedEndAt: Date | null;
  startEarliestAt: Date | null;
  startLatestAt: Date | null;
  endEarliestAt: Date | null;
  endLatestAt: Date | null;
  attempts: AttemptRow[];
  hasCamera: boolean;
  /** Of the printer that is at it; null when none is. */
  past: PastPrints | null;
  pickUp: PrintJob['pickUp'];
  createdAt: Date;
  analysedAt: Date | null;
  approvedAt: Date | null;
  autoApproved: boolean;
  version: number;
}

interface AttemptRow {
  number: number;
  printer: string;
  status: AttemptState;
  startedAt: string | null;
  endedAt: string | null;
  estimatedEndAt: string | null;
  progress: number | null;
  cause: string | null;
  pictureSha256: string | null;
  pictureAt: string | null;
}

/** A job as one reader may see it. */
export interface PrintJobView extends PrintJob {
  person: { id: string; displayName: string };
}

const maxRows = 200;

/** Print jobs as people see them: one query however many jobs. */
@Injectable()
export class PrintJobViewRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Newest first. */
  async list(filter: Filter, locale: Locale): Promise<(PrintJobView & { hubId: string })[]> {
    const rows = await this.database.query<Row>(listSql, [
      filter.id ?? null,
      filter.accountId ?? null,
      filter.hubIds ?? null,
      filter.status ?? null,
      maxRows,
      filter.onShelf ?? false,
    ]);
    return rows.map((row) => ({ ...toView(row, { locale, now: this.clock.now() }), hubId: row.hubId }));
  }
}

const listSql = `
  SELECT j.id, h.slug AS hub, j.hub_id AS "hubId", j.account_id AS "accountId", a.display_name AS "displayName",
    j.status, j.file_name AS "fileName", j.file_bytes AS "fileBytes", j.material, j.note,
    preferred.slug AS "preferredPrinter", planned.slug AS "plannedPrinter", j.analysis,
    j.refusal_code AS "refusalCode", j.thumbnail_sha256 AS "thumbnailSha256",
    j.toolpath_sha256 AS "toolpathSha256", j.model_format AS "modelFormat", j.file_sha256 AS "fileSha256",
    j.gcode_sha256 AS "gcodeSha256", j.gcode_bytes AS "gcodeBytes", j.gcode_origin AS "gcodeOrigin",
    j.gcode_name AS "gcodeName", j.source_version AS "fileVersion",
    j.review_reason AS "reviewReason", j.waiting_reason AS "waitingReason", j.queue_position AS "queuePosition",
    j.queue_priority AS "queuePriority", j.queue_priority_reason AS "queuePriorityReason",
    j.estimated_start_at AS "estimatedStartAt", j.estimated_end_at AS "estimatedEndAt",
    j.estimated_start_earliest_at AS "startEarliestAt", j.estimated_start_latest_at AS "startLatestAt",
    j.estimated_end_earliest_at AS "endEarliestAt", j.estimated_end_latest_at AS "endLatestAt",
    j.created_at AS "createdAt", j.analysed_at AS "analysedAt", j.approved_at AS "approvedAt",
    j.auto_approved AS "autoApproved",
    j.version, coalesce(t.attempts, '[]') AS attempts, coalesce(t.camera, false) AS "hasCamera", past.of AS past,
    CASE WHEN s.print_job_id IS NOT NULL THEN jsonb_build_object('shelfCode', s.shelf_code,
      'readyAt', s.ready_at, 'disposeAt', s.dispose_at, 'endedAt', s.ended_at, 'endedAs', s.ended_as) END AS "pickUp"
  FROM print_job j
  JOIN hub h ON h.id = j.hub_id
  JOIN account a ON a.id = j.account_id
  LEFT JOIN resource preferred ON preferred.id = j.preferred_printer_id
  LEFT JOIN resource planned ON planned.id = j.planned_printer_id
  LEFT JOIN print_pick_up s ON s.print_job_id = j.id
  LEFT JOIN LATERAL (
    SELECT jsonb_agg(jsonb_build_object('number', t.number, 'printer', r.slug, 'status', t.status,
      'startedAt', t.started_at, 'endedAt', t.ended_at, 'estimatedEndAt', t.estimated_end_at,
      'progress', t.progress, 'cause', t.cause, 'pictureSha256', c.sha256, 'pictureAt', c.taken_at) ORDER BY t.number)
      AS attempts,
      bool_or(p.has_camera AND t.ended_at IS NULL) AS camera
    FROM print_attempt t JOIN resource r ON r.id = t.printer_id JOIN printer p ON p.resource_id = t.printer_id
    LEFT JOIN print_attempt_picture c ON c.print_attempt_id = t.id WHERE t.print_job_id = j.id
  ) t ON true
  LEFT JOIN LATERAL (
    SELECT to_jsonb(latest) AS of FROM print_attempt run CROSS JOIN LATERAL (${pastPrintsSql('run.printer_id')}) latest
    WHERE run.print_job_id = j.id AND run.ended_at IS NULL AND run.started_at IS NOT NULL
    ORDER BY run.number DESC LIMIT 1
  ) past ON true
  WHERE ($1::uuid IS NULL OR j.id = $1) AND ($2::uuid IS NULL OR j.account_id = $2)
    AND ($3::uuid[] IS NULL OR j.hub_id = ANY($3)) AND ($4::text IS NULL OR j.status = $4)
    AND (NOT $6 OR (s.print_job_id IS NOT NULL AND s.ended_at IS NULL))
  ORDER BY j.created_at DESC, j.id DESC LIMIT $5`;

const onPrinter: readonly PrintJobState[] = [
  'dispatching',
  'printing',
  'paused',
  'attention',
  'cancelling',
  'unknown',
  'awaiting_clear',
];

function toView(row: Row, { locale, now }: { locale: Locale; now: Date }): PrintJobView {
  const current = onPrinter.includes(row.status) ? row.attempts.at(-1) : undefined;
  const isQueued = row.status === 'queued';
  return {
    id: row.id,
    hub: row.hub,
    status: row.status,
    fileName: row.fileName,
    sizeBytes: Number(row.fileBytes),
    material: row.material,
    note: row.note,
    preferredPrinter: row.preferredPrinter,
    analysis: row.analysis,
    refusal: describeRefusal(row.refusalCode, locale),
    ...previewsOf(row),
    fileVersion: row.fileVersion,
    attempts: row.attempts.map((attempt) => describeAttempt(row.id, attempt)),
    hasCamera: row.hasCamera,
    printer: current?.printer ?? (isQueued ? row.plannedPrinter : null),
    progress: current?.progress ?? null,
    estimate: current === undefined ? queuedEstimate(row) : runningEstimate(current, row.past, now),
    position: isQueued ? row.queuePosition : null,
    waitingReason: row.status === 'awaiting_review' ? 'awaiting_review' : isQueued ? row.waitingReason : null,
    queueMove: isQueued ? queueMoveOf(row) : null,
    reviewReason: row.reviewReason,
    pickUp: row.pickUp && describePickUp(row.pickUp),
    createdAt: row.createdAt.toISOString(),
    analysedAt: row.analysedAt?.toISOString() ?? null,
    approvedAt: row.approvedAt?.toISOString() ?? null,
    autoApproved: row.autoApproved,
    version: row.version,
    person: { id: row.accountId, displayName: row.displayName },
  };
}

/** Addresses that name the content, so that a browser may keep what it has got. */
function previewsOf(row: Row): Pick<PrintJob, 'thumbnailUrl' | 'toolpathUrl' | 'model' | 'printFile'> {
  const urlOf = (kind: string, sha256: string | null) =>
    sha256 && `/api/v1/print-jobs/${row.id}/${kind}?v=${sha256.slice(0, 16)}`;
  const modelUrl = row.modelFormat && urlOf('model', row.fileSha256);
  const printFileUrl = urlOf('print-file', row.gcodeSha256);
  return {
    thumbnailUrl: urlOf('thumbnail', row.thumbnailSha256),
    toolpathUrl: urlOf('toolpath', row.toolpathSha256),
    model: modelUrl && row.modelFormat ? { url: modelUrl, format: row.modelFormat } : null,
    printFile:
      printFileUrl && row.gcodeOrigin
        ? { url: printFileUrl, origin: row.gcodeOrigin, fileName: row.gcodeName, sizeBytes: Number(row.gcodeBytes) }
        : null,
  };
}

function describeRefusal(code: ProblemCode | null, locale: Locale): PrintJob['refusal'] {
  return code === null ? null : { code, text: formatMessage(problemTexts[code][locale], locale) };
}

function describePickUp({ readyAt, disposeAt, endedAt, ...rest }: NonNullable<PrintJob['pickUp']>): PrintJob['pickUp'] {
  const iso = (instant: string): string => new Date(instant).toISOString();
  return { ...rest, readyAt: iso(readyAt), disposeAt: iso(disposeAt), endedAt: utc(endedAt) };
}

function describeAttempt(printJobId: string, attempt: AttemptRow): PrintJob['attempts'][number] {
  return {
    number: attempt.number,
    printer: attempt.printer,
    status: attempt.status,
    startedAt: utc(attempt.startedAt),
    endedAt: utc(attempt.endedAt),
    progress: attempt.progress,
    cause: attempt.cause,
    picture: pictureOf(printJobId, attempt),
  };
}

/** The address names the content, as those of the previews do. */
function pictureOf(printJobId: string, { number, pictureSha256, pictureAt }: AttemptRow) {
  const takenAt = utc(pictureAt);
  if (pictureSha256 === null || takenAt === null) return null;
  return {
    url: `/api/v1/print-jobs/${printJobId}/attempts/${number}/picture?v=${pictureSha256.slice(0, 16)}`,
    takenAt,
  };
}

function queueMoveOf({ queuePriority, queuePriorityReason: reason }: Row): PrintJob['queueMove'] {
  const to = queueEndOf(queuePriority);
  return to === null || reason === null ? null : { to, reason };
}

function queuedEstimate(row: Row): PrintJob['estimate'] {
  const { estimatedStartAt: start, estimatedEndAt: end } = row;
  if (row.status !== 'queued' || start === null || end === null) return null;
  return {
    startsAt: start.toISOString(),
    endsAt: end.toISOString(),
    startsBetween: rangeOf(row.startEarliestAt ?? start, row.startLatestAt ?? start),
    endsBetween: rangeOf(row.endEarliestAt ?? end, row.endLatestAt ?? end),
  };
}

function runningEstimate(attempt: AttemptRow, past: PastPrints | null, now: Date): PrintJob['estimate'] {
  if (attempt.startedAt === null || attempt.estimatedEndAt === null) return null;
  const [start, end] = [new Date(attempt.startedAt), new Date(attempt.estimatedEndAt)];
  const error = past === null ? slicersTimeError : timeErrorOf(past);
  const { earliest, latest } = runningEndRange(end.getTime(), { now: now.getTime(), error });
  return {
    startsAt: start.toISOString(),
    endsAt: end.toISOString(),
    startsBetween: rangeOf(start, start),
    endsBetween: rangeOf(new Date(earliest), new Date(latest)),
  };
}

/** Instants inside JSON from the database carry its own offset. */
function utc(instant: string | null): string | null {
  return instant === null ? null : new Date(instant).toISOString();
}
