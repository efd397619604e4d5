import type { PrinterState, PrinterStatus } from '#libs/contracts';
import type { MachineObservation } from '../adapters/printer-adapter.js';
import type { PrinterRecord } from './printer-record.js';

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
    plate: record.plate,
    observedAt: observation.observedAt,
  };
}

/** True when a snapshot tells enough new to be sent now; what it does not is in the one every half minute. */
export function isWorthTelling(next: StatusContent, told: StatusContent | null, sinceMs: number): boolean {
  if (!told || essence(next) !== essence(told)) return true;
  const step = Math.abs((next.job?.progress ?? 0) - (told.job?.progress ?? 0));
  return step >= leastStep && sinceMs >= leastPauseMs;
}

function stateOf({ plate }: PrinterRecord, { state }: MachineObservation): PrinterState {
  if (state !== 'idle' && state !== 'finished') return state;
  return plate === 'clear' ? 'idle' : 'awaiting_clear';
}

function describeJob({ run }: PrinterRecord, observation: MachineObservation): StatusContent['job'] {
  if (!run?.reference) return null;
  const observed = observation.run?.id === run.id ? observation.run : null;
  return {
    ...run.reference,
    progress: Math.round((observed?.progress ?? run.progress) * 1000) / 1000,
    etaSeconds: observed?.etaSeconds ?? null,
    startedAt: run.startedAt,
    outcome: run.outcome,
  };
}

function essence({ state, reason, job, localPrint, plate }: StatusContent): string {
  return JSON.stringify([state, reason, job?.jobId, job?.attempt, job?.outcome, localPrint, plate]);
}
