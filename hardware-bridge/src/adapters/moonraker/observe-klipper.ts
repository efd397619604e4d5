import type {
  MachineObservation,
  MachineReason,
  MachineRun,
  MachineState,
  MachineTemperatures,
} from '../printer-adapter.js';
import { isDown, type KlipperRun } from './klipper-run.js';
import type { KlipperStatus } from './klipper-status.js';

/** @param cancelling we have asked it to cancel, and it has not said that it has */
export function observeKlipper(
  status: KlipperStatus,
  { run, cancelling, nowMs }: { run: KlipperRun | null; cancelling: boolean; nowMs: number },
): MachineObservation {
  const state = stateOf(status, cancelling);
  return {
    state,
    reason: reasonOf(status, state) ?? run?.reason ?? null,
    run: run && describeRun(run, status),
    temperatures: temperaturesOf(status),
    observedAt: new Date(nowMs).toISOString(),
  };
}

/** `webhooks` first: after an emergency stop `print_stats` goes on saying "paused". */
function stateOf(status: KlipperStatus, cancelling: boolean): MachineState {
  const { webhooks, print_stats } = status;
  if (isDown(status)) return 'error';
  if (webhooks.state === 'startup') return 'starting';
  if (webhooks.state !== 'ready') return 'unknown';
  switch (print_stats.state) {
    case 'standby':
      return 'idle';
    case 'printing':
      if (cancelling) return 'cancelling';
      return print_stats.print_duration === 0 ? 'preparing' : 'printing';
    case 'paused':
      if (cancelling) return 'cancelling';
      return status.emptySensor === null ? 'paused' : 'attention';
    // A print that failed is over; the machine itself is ready, else `webhooks` would say so.
    case 'complete':
    case 'cancelled':
    case 'error':
      return 'finished';
    default:
      return 'unknown';
  }
}

function reasonOf(status: KlipperStatus, state: MachineState): MachineReason | null {
  const { webhooks, print_stats, emptySensor } = status;
  if (state === 'error') return { code: 'machine', native: webhooks.state_message };
  if (state === 'attention') return { code: 'material', native: `${emptySensor}: no filament` };
  if (state !== 'unknown') return null;
  const native = webhooks.state === 'ready' ? `print_stats.state: ${print_stats.state}` : `webhooks: ${webhooks.state}`;
  return { code: 'unknown_state', native };
}

function describeRun(run: KlipperRun, { print_stats }: KlipperStatus): MachineRun {
  const { id, filename, startedAt, endedAt, outcome, progress } = run;
  const etaSeconds = outcome === null ? etaOf(run, print_stats.print_duration) : null;
  const { filament_used: used } = print_stats;
  const filamentMillimetres = used === undefined ? undefined : Math.max(0, used);
  return { id, remoteName: filename, progress, etaSeconds, filamentMillimetres, startedAt, endedAt, outcome };
}

/** What the slicer said, scaled by how far it has come; without a slicer's word, by how long that has taken. */
function etaOf({ file, progress }: KlipperRun, printedSeconds: number): number | null {
  const total = file?.estimatedSeconds ?? (progress > 0.01 ? printedSeconds / progress : null);
  return total === null ? null : Math.max(0, Math.round(total * (1 - progress)));
}

function temperaturesOf({ extruder, heater_bed: bed }: KlipperStatus): MachineTemperatures | null {
  if (!extruder) return null;
  return {
    nozzle: extruder.temperature,
    nozzleTarget: extruder.target,
    bed: bed?.temperature ?? 0,
    bedTarget: bed?.target ?? 0,
  };
}
