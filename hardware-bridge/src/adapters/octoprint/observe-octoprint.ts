import type { MachineObservation, MachineReason, MachineState, MachineTemperatures } from '../printer-adapter.js';
import { phaseOf, type OctoPrintCurrent } from './octoprint-messages.js';
import type { OctoPrintRun } from './octoprint-run.js';

interface Known {
  readonly run: OctoPrintRun | null;
  readonly temperatures: MachineTemperatures | null;
  /** Our key may start and stop prints. */
  readonly mayControl: boolean;
  /** What was seen last. */
  readonly before: MachineState;
  readonly nowMs: number;
}

const atWork: readonly MachineState[] = ['preparing', 'printing', 'paused', 'cancelling'];
const warmingDegrees = 5;
/** Of the whole: what a file does before its first line is laid. */
const beforeFirstLine = 0.005;

export function observeOctoPrint(current: OctoPrintCurrent, known: Known): MachineObservation {
  const { run, temperatures, nowMs } = known;
  const state = stateOf(current, known);
  return {
    state,
    reason: reasonOf(state, current, known.mayControl) ?? run?.reason ?? null,
    run: run && {
      id: run.id,
      remoteName: run.remoteName,
      progress: run.progress,
      etaSeconds: run.outcome === null ? roundedOrNull(current.progress.printTimeLeft) : null,
      startedAt: run.startedAt,
      endedAt: run.endedAt,
      outcome: run.outcome,
    },
    temperatures,
    observedAt: new Date(nowMs).toISOString(),
  };
}

/** The newest of what was told, or what was known before. */
export function temperaturesOf(
  { temps }: OctoPrintCurrent,
  before: MachineTemperatures | null,
): MachineTemperatures | null {
  const { tool0, bed } = temps.at(-1) ?? {};
  if (!tool0) return before;
  return {
    nozzle: tool0.actual ?? 0,
    nozzleTarget: tool0.target ?? 0,
    bed: bed?.actual ?? 0,
    bedTarget: bed?.target ?? 0,
  };
}

function stateOf(current: OctoPrintCurrent, known: Known): MachineState {
  const { run, mayControl } = known;
  switch (phaseOf(current)) {
    case 'away':
      return 'offline';
    case 'connecting':
      return 'starting';
    case 'ready':
      // How the print has ended is told in a moment; until then it is as it was.
      if (run?.outcome === null) return atWork.includes(known.before) ? known.before : 'printing';
      if (!mayControl) return 'attention';
      return run ? 'finished' : 'idle';
    case 'starting':
      return 'preparing';
    case 'printing':
      return isHeating(known) ? 'preparing' : 'printing';
    case 'paused':
      return 'paused';
    case 'cancelling':
      return 'cancelling';
    case 'error':
      return 'error';
    case 'unknown':
      return 'unknown';
  }
}

function isHeating({ run, temperatures }: Known): boolean {
  if (!temperatures || (run?.progress ?? 0) > beforeFirstLine) return false;
  const { nozzle, nozzleTarget, bed, bedTarget } = temperatures;
  return nozzleTarget === 0 || nozzle < nozzleTarget - warmingDegrees || bed < bedTarget - warmingDegrees;
}

function reasonOf(state: MachineState, { state: native }: OctoPrintCurrent, mayControl: boolean): MachineReason | null {
  if (state === 'offline') return { code: 'network', native: native.text };
  if (state === 'error') return { code: 'machine', native: native.error ?? native.text };
  if (state === 'unknown') return { code: 'unknown_state', native: native.text };
  return state === 'attention' && !mayControl ? { code: 'control', native: 'the key may not print' } : null;
}

function roundedOrNull(seconds: number | null | undefined): number | null {
  return seconds == null ? null : Math.max(0, Math.round(seconds));
}
