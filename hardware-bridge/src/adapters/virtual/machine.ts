import { randomUUID } from 'node:crypto';
import type { PrintOutcome, PrintReference } from '#libs/contracts';
import type { VirtualFaults } from '../../bridge-options.js';
import type { MachineObservation, MachineReason, MachineRun, MachineState, PrintToStart } from '../printer-adapter.js';
import { coldTemperatures, runTemperatures } from './temperatures.js';

interface Pause {
  readonly fromMs: number;
  readonly toMs: number | null;
  readonly cause: 'command' | 'runout' | 'door';
}

/** A print on the machine. Instants are wall-clock milliseconds: the machine goes on when nobody watches it. */
export interface VirtualRun {
  readonly id: string;
  readonly remoteName: string;
  readonly reference: PrintReference;
  readonly filePath: string;
  /** The file's printing time at speed 1. */
  readonly durationMs: number;
  readonly speed: number;
  readonly startedAtMs: number;
  readonly pauses: readonly Pause[];
  readonly runoutAtProgress: number | null;
  /** Left out in machines that were kept before there were doors. */
  readonly doorAtProgress?: number | null;
  readonly failAtProgress: number | null;
  readonly cancelledAtMs: number | null;
  readonly end: { readonly atMs: number; readonly outcome: PrintOutcome; readonly reason: MachineReason | null } | null;
}

/** Everything the machine remembers. */
export interface VirtualMachine {
  readonly run: VirtualRun | null;
  /** Every start there ever was, for whoever counts them. */
  readonly starts: readonly { readonly remoteName: string; readonly startToken: string; readonly at: string }[];
}

export const newMachine: VirtualMachine = { run: null, starts: [] };

/** The part of a print that goes to heating. */
export const heatingShare = 0.05;
const cancellingMs = 1000;

const runoutReason: MachineReason = { code: 'material', native: 'filament runout' };
const doorReason: MachineReason = { code: 'door', native: 'front cover open' };
const faultReason: MachineReason = { code: 'machine', native: 'thermal runaway' };

const pauseReasons: Readonly<Record<Pause['cause'], MachineReason | null>> = {
  command: null,
  runout: runoutReason,
  door: doorReason,
};

/** A print that begins at `startedAtMs`; of the faults it takes those that come in mid-print. */
export function newRun(
  { remoteName, reference, filePath }: PrintToStart,
  { faults, ...pace }: Pick<VirtualRun, 'durationMs' | 'speed' | 'startedAtMs'> & { faults: VirtualFaults },
): VirtualRun {
  return {
    id: randomUUID(),
    remoteName,
    reference,
    filePath,
    ...pace,
    pauses: [],
    runoutAtProgress: faults.runoutAtProgress ?? null,
    doorAtProgress: faults.doorAtProgress ?? null,
    failAtProgress: faults.failAtProgress ?? null,
    cancelledAtMs: null,
    end: null,
  };
}

/** True while the machine is at something that a new print would disturb. */
export function isBusy({ run }: VirtualMachine): boolean {
  return run !== null && run.end === null;
}

/** Where the machine has got to by now: everything that came due since it was last looked at has happened, in order. */
export function advance(machine: VirtualMachine, nowMs: number): VirtualMachine {
  const { run } = machine;
  if (!run || run.end) return machine;
  const next = nextRun(run, nowMs);
  return next === run ? machine : advance({ ...machine, run: next }, nowMs);
}

function nextRun(run: VirtualRun, nowMs: number): VirtualRun {
  if (run.cancelledAtMs !== null) {
    const atMs = run.cancelledAtMs + cancellingMs;
    return nowMs >= atMs ? endRun(run, atMs, 'cancelled', null) : run;
  }
  if (openPause(run)) return run;
  const runout = run.runoutAtProgress ?? Infinity;
  const door = run.doorAtProgress ?? Infinity;
  const failure = run.failAtProgress ?? Infinity;
  const target = Math.min(runout, door, failure, 1);
  const atMs = nowMs - (workedMs(run, nowMs) - target * run.durationMs) / run.speed;
  if (atMs > nowMs) return run;
  if (target === runout) {
    return { ...run, runoutAtProgress: null, pauses: [...run.pauses, { fromMs: atMs, toMs: null, cause: 'runout' }] };
  }
  if (target === door) {
    return { ...run, doorAtProgress: null, pauses: [...run.pauses, { fromMs: atMs, toMs: null, cause: 'door' }] };
  }
  return target === failure ? endRun(run, atMs, 'failed', faultReason) : endRun(run, atMs, 'completed', null);
}

export function pauseRun(run: VirtualRun, nowMs: number): VirtualRun {
  return { ...run, pauses: [...run.pauses, { fromMs: nowMs, toMs: null, cause: 'command' }] };
}

export function resumeRun(run: VirtualRun, nowMs: number): VirtualRun {
  return { ...run, pauses: run.pauses.map((pause) => ({ ...pause, toMs: pause.toMs ?? nowMs })) };
}

export function endRun(run: VirtualRun, atMs: number, outcome: PrintOutcome, reason: MachineReason | null): VirtualRun {
  return { ...resumeRun(run, atMs), end: { atMs, outcome, reason } };
}

/** What a watcher sees; the machine must have been advanced to this instant. */
export function observe({ run }: VirtualMachine, nowMs: number): MachineObservation {
  const observedAt = new Date(nowMs).toISOString();
  if (!run) return { state: 'idle', reason: null, run: null, temperatures: coldTemperatures, observedAt };
  const progress = progressOf(run, nowMs);
  return {
    state: stateOf(run, progress),
    reason: run.end?.reason ?? pauseReasons[openPause(run)?.cause ?? 'command'],
    run: describeRun(run, progress),
    temperatures: runTemperatures(
      progress / heatingShare,
      run.end ? ((nowMs - run.end.atMs) / 1000) * run.speed : null,
    ),
    observedAt,
  };
}

function stateOf(run: VirtualRun, progress: number): MachineState {
  if (run.end) return 'finished';
  if (run.cancelledAtMs !== null) return 'cancelling';
  const pause = openPause(run);
  if (pause) return pauseReasons[pause.cause] ? 'attention' : 'paused';
  return progress < heatingShare ? 'preparing' : 'printing';
}

function describeRun(run: VirtualRun, progress: number): MachineRun {
  return {
    id: run.id,
    remoteName: run.remoteName,
    progress,
    etaSeconds: run.end ? null : Math.ceil(((1 - progress) * run.durationMs) / run.speed / 1000),
    startedAt: new Date(run.startedAtMs).toISOString(),
    endedAt: run.end ? new Date(run.end.atMs).toISOString() : null,
    outcome: run.end?.outcome ?? null,
  };
}

function progressOf(run: VirtualRun, nowMs: number): number {
  if (run.end?.outcome === 'completed') return 1;
  const worked = workedMs(run, run.cancelledAtMs ?? run.end?.atMs ?? nowMs);
  return Math.min(1, Math.max(0, worked / run.durationMs));
}

function workedMs(run: VirtualRun, nowMs: number): number {
  const pausedMs = run.pauses.reduce((sum, { fromMs, toMs }) => sum + Math.min(toMs ?? nowMs, nowMs) - fromMs, 0);
  return (nowMs - run.startedAtMs - pausedMs) * run.speed;
}

function openPause(run: VirtualRun): Pause | undefined {
  return run.pauses.find(({ toMs }) => toMs === null);
}
