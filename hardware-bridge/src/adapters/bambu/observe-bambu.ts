import type { MachineObservation, MachineReason, MachineState, MachineTemperatures } from '../printer-adapter.js';
import type { BambuRun } from './bambu-run.js';
import { phaseOf, type BambuStatus } from './bambu-status.js';

interface Known {
  readonly run: BambuRun | null;
  /** We have asked it to cancel, and it has not said that it has. */
  readonly cancelling: boolean;
  /** It has taken a print from us, and does not show it yet. */
  readonly starting: boolean;
  /** It does what we say, and does not only let us read. */
  readonly mayControl: boolean;
  readonly nowMs: number;
}

/** What `stg_cur` says, of what matters here. */
const heatingStages: readonly number[] = [2, 7, 49];
const pausedStages: readonly number[] = [0, -1, 255, 16, 30];
const stageReasons: Readonly<Record<number, string>> = { 6: 'material', 17: 'door' };

export function observeBambu(status: BambuStatus, known: Known): MachineObservation {
  const { run, nowMs } = known;
  const state = stateOf(status, known);
  return {
    state,
    reason: reasonOf(status, state, known),
    run: run && {
      id: run.id,
      remoteName: run.remoteName,
      progress: run.progress,
      etaSeconds: run.outcome === null && run.begun ? status.mc_remaining_time * 60 : null,
      startedAt: run.startedAt,
      endedAt: run.endedAt,
      outcome: run.outcome,
    },
    temperatures: temperaturesOf(status),
    observedAt: new Date(nowMs).toISOString(),
  };
}

function stateOf(status: BambuStatus, known: Known): MachineState {
  const { run, cancelling, starting } = known;
  const phase = phaseOf(status);
  switch (phase) {
    case 'starting':
    case 'unknown':
      return phase;
    case 'preparing':
    case 'printing':
      if (cancelling) return 'cancelling';
      return phase === 'preparing' || heatingStages.includes(status.stg_cur) ? 'preparing' : 'printing';
    case 'paused':
      if (cancelling) return 'cancelling';
      return pausedStages.includes(status.stg_cur) && !seriousFault(status) ? 'paused' : 'attention';
    case 'idle':
    case 'ended':
      if (starting || run?.outcome === null) return cancelling ? 'cancelling' : 'preparing';
      if (!known.mayControl || seriousFault(status)) return 'attention';
      return run ? 'finished' : 'idle';
  }
}

function reasonOf(status: BambuStatus, state: MachineState, { run, mayControl }: Known): MachineReason | null {
  if (state === 'unknown') return { code: 'unknown_state', native: status.gcode_state };
  if (state !== 'attention') return run?.reason ?? null;
  const stage = stageReasons[status.stg_cur];
  if (phaseOf(status) === 'paused' && stage !== undefined) return { code: stage, native: `stage ${status.stg_cur}` };
  const fault = seriousFault(status);
  if (fault !== null) return { code: 'machine', native: fault };
  if (!mayControl) return { code: 'control', native: 'Developer Mode is off' };
  return { code: 'attention', native: `stage ${status.stg_cur}` };
}

/** The first fault that the printer calls fatal (1) or serious (2), as its maker writes it. */
function seriousFault({ hms }: BambuStatus): string | null {
  const fault = hms.find(({ code }) => [1, 2].includes(code >>> 16));
  if (!fault) return null;
  const digits = [fault.attr, fault.code].map((value) => value.toString(16).toUpperCase().padStart(8, '0')).join('');
  return `HMS ${digits.match(/.{4}/g)?.join('-')}`;
}

function temperaturesOf(status: BambuStatus): MachineTemperatures | null {
  if (status.nozzle_temper === undefined) return null;
  return {
    nozzle: status.nozzle_temper,
    nozzleTarget: status.nozzle_target_temper,
    bed: status.bed_temper,
    bedTarget: status.bed_target_temper,
  };
}
