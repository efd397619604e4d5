import type { MachineObservation, MachineReason, MachineState } from '../printer-adapter.js';
import type { PrusaLinkRun, PrusaLinkStatus } from './prusalink-run.js';

interface Known {
  readonly run: PrusaLinkRun | null;
  /** We have asked it to cancel, and it has not said that it has. */
  readonly cancelling: boolean;
  readonly nowMs: number;
}

const warmingDegrees = 5;

export function observePrusaLink(status: PrusaLinkStatus, known: Known): MachineObservation {
  const { printer, job } = status;
  const { run, nowMs } = known;
  const state = stateOf(status, known);
  return {
    state,
    reason: reasonOf(state, printer.state),
    run: run && {
      id: `${run.jobId}@${run.remoteName}`,
      remoteName: run.remoteName,
      progress: run.progress,
      etaSeconds: run.outcome === null ? (job?.time_remaining ?? null) : null,
      startedAt: run.startedAt,
      endedAt: run.endedAt,
      outcome: run.outcome,
    },
    temperatures: {
      nozzle: printer.temp_nozzle,
      nozzleTarget: printer.target_nozzle,
      bed: printer.temp_bed,
      bedTarget: printer.target_bed,
    },
    observedAt: new Date(nowMs).toISOString(),
  };
}

function stateOf(status: PrusaLinkStatus, { run, cancelling }: Known): MachineState {
  switch (status.printer.state) {
    case 'IDLE':
    case 'READY':
      return run ? 'finished' : 'idle';
    case 'BUSY':
      return cancelling ? 'cancelling' : 'preparing';
    case 'PRINTING':
      if (cancelling) return 'cancelling';
      return isHeating(status) ? 'preparing' : 'printing';
    case 'PAUSED':
      return cancelling ? 'cancelling' : 'paused';
    case 'ATTENTION':
      return 'attention';
    case 'FINISHED':
    case 'STOPPED':
      return 'finished';
    case 'ERROR':
      return 'error';
    default:
      return 'unknown';
  }
}

/** PrusaLink calls it printing from the first line of the file on, which is when heating begins. */
function isHeating({ printer, job }: PrusaLinkStatus): boolean {
  const { temp_nozzle, target_nozzle, temp_bed, target_bed } = printer;
  const cold = target_nozzle === 0 || temp_nozzle < target_nozzle - warmingDegrees;
  return (job?.progress ?? 0) === 0 && (cold || temp_bed < target_bed - warmingDegrees);
}

/** It does not say why it wants somebody: that is on its own screen. */
function reasonOf(state: MachineState, native: string): MachineReason | null {
  if (state === 'attention') return { code: 'attention', native };
  if (state === 'error') return { code: 'machine', native };
  return state === 'unknown' ? { code: 'unknown_state', native } : null;
}
