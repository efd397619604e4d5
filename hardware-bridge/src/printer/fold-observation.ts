import type { PrintOutcome, PrinterEventType, PrintReference } from '#libs/contracts';
import type { MachineObservation, MachineReason, MachineRun } from '../adapters/printer-adapter.js';
import type { EventFact } from '../outbox/event-outbox.js';
import { isRunning, type PrinterRecord, type RecordedRun } from './printer-record.js';

export interface Folded {
  readonly record: PrinterRecord;
  readonly facts: readonly EventFact[];
}

const outcomeEvents = {
  completed: 'print_completed',
  cancelled: 'print_cancelled',
  failed: 'print_failed',
} as const satisfies Record<PrintOutcome, PrinterEventType>;

const forgotten: MachineReason = { code: 'power', native: 'the printer no longer knows the print' };

/**
 * What an observation adds to what was known: the new record, and the facts the server must hear. Seen twice, it adds
 * nothing the second time; a print that began and ended unseen gives both facts.
 * @param reference whose print the observed run is; null when nobody sent it
 */
export function foldObservation(
  record: PrinterRecord,
  observation: MachineObservation,
  reference: PrintReference | null,
): Folded {
  const { run, observedAt } = observation;
  if (!run) {
    return observation.state === 'idle' ? abandon(record, observedAt) : { record, facts: [] };
  }
  if (run.id === record.clearedRunId) return { record, facts: [] };
  if (record.run?.id === run.id) return follow(record, record.run, observation);
  const left = abandon(record, observedAt);
  const begun = begin(run, reference);
  const followed = follow({ ...left.record, plate: 'awaiting_clear' }, begun, observation);
  return {
    record: followed.record,
    facts: [...left.facts, fact('print_started', begun, run.startedAt), ...followed.facts],
  };
}

function begin(run: MachineRun, reference: PrintReference | null): RecordedRun {
  const { id, remoteName, startedAt } = run;
  return { id, reference, remoteName, startedAt, stage: 'active', progress: 0, outcome: null, reason: null };
}

/** The machine stands idle, or prints something else, while ours was never seen to end. */
function abandon(record: PrinterRecord, observedAt: string): Folded {
  if (!record.run || !isRunning(record)) return { record, facts: [] };
  const run: RecordedRun = { ...record.run, stage: 'ended', outcome: 'failed', reason: forgotten };
  return { record: { ...record, run }, facts: [fact('print_failed', run, observedAt)] };
}

function follow(record: PrinterRecord, known: RecordedRun, observation: MachineObservation): Folded {
  const { run, observedAt } = observation;
  if (!run || known.stage === 'ended') return { record, facts: [] };
  if (run.outcome) {
    const { outcome, progress, filamentMillimetres = known.filamentMillimetres } = run;
    const ended: RecordedRun = {
      ...known,
      stage: 'ended',
      outcome,
      progress,
      filamentMillimetres,
      reason: observation.reason,
    };
    return {
      record: { ...record, run: ended },
      facts: [fact(outcomeEvents[outcome], ended, run.endedAt ?? observedAt)],
    };
  }
  const stage = stageOf(observation, known.stage);
  const { progress, filamentMillimetres = known.filamentMillimetres } = run;
  const next: RecordedRun = { ...known, stage, progress, filamentMillimetres, reason: observation.reason };
  const facts =
    stage === known.stage ? [] : [fact(stage === 'paused' ? 'print_paused' : 'print_resumed', next, observedAt)];
  return { record: { ...record, run: next }, facts };
}

/** A state that says neither (such as cancelling, or an error that may pass) changes nothing. */
function stageOf({ state }: MachineObservation, before: RecordedRun['stage']): RecordedRun['stage'] {
  if (state === 'paused' || state === 'attention') return 'paused';
  return state === 'printing' || state === 'preparing' ? 'active' : before;
}

function fact(type: PrinterEventType, run: RecordedRun, occurredAt: string): EventFact {
  const { reference: job, reason, filamentMillimetres } = run;
  return { type, job, occurredAt, reason, filamentMillimetres };
}
