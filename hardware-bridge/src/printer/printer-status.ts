import type { PrinterState, PrinterStatus } from '#libs/contracts';
import type { MachineObservation } from '../adapters/printer-adapter.js';
import type { PrinterRecord, RecordedRun } from './printer-record.js';

/** A snapshot without its envelope. */
export type StatusContent = Omit<PrinterStatus, 'v' | 'session' | 'seq' | 'ts' | 'id'>;

const leastStep = 0.01;
const leastPauseMs = 500;

/** The full snapshot: what the machine shows, under what we know of its plate and its print. */
export function describeStatus(record: PrinterRecord, observation: MachineObservation): StatusContent {
  const { run } = record;
  return {
    state: stateOf(record, observation),
    reason: observation.reason ?? run?.reason ?? null,
    job: describeJob(record, observation),
    localPrint: run !== null && run.reference === null,
    localRun: run !== null && run.reference === null ? describeRun(run, observation) : null,
    plate: record.plate,
    observedAt: observation.observedAt,
  };
}

/** True when a snapshot tells enough new to be sent now; what it does not is in the one every half minute. */
export function isWorthTelling(next: StatusContent, told: StatusContent | null, sinceMs: number): boolean {
  if (!told || essence(next) !== essence(told)) return true;
  const step = Math.abs(progressOf(next) - progressOf(told));
  return step >= leastStep && sinceMs >= leastPauseMs;
}

function stateOf({ plate }: PrinterRecord, { state }: MachineObservation): PrinterState {
  if (state !== 'idle' && state !== 'finished') return state;
  return plate === 'clear' ? 'idle' : 'awaiting_clear';
}

function describeJob({ run }: PrinterRecord, observation: MachineObservation): StatusContent['job'] {
  if (!run?.reference) return null;
  const { filamentMillimetres } = run;
  return { ...run.reference, ...describeRun(run, observation), filamentMillimetres };
}

function describeRun(run: RecordedRun, observation: MachineObservation) {
  const observed = observation.run?.id === run.id ? observation.run : null;
  return {
    progress: Math.round((observed?.progress ?? run.progress) * 1000) / 1000,
    etaSeconds: observed?.etaSeconds ?? null,
    startedAt: run.startedAt,
    outcome: run.outcome,
  };
}

function progressOf({ job, localRun }: StatusContent): number {
  return job?.progress ?? localRun?.progress ?? 0;
}

function essence({ state, reason, job, localPrint, localRun, plate }: StatusContent): string {
  const run = job ?? localRun;
  return JSON.stringify([
    state,
    reason,
    job?.jobId,
    job?.attempt,
    run?.outcome,
    localPrint,
    localRun?.startedAt,
    plate,
  ]);
}
