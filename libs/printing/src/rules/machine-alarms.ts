import type { AlarmKind, Heater, PrinterState } from '#libs/contracts';
import { judgeHeater, type AlarmVerdict, type HeaterSight } from './heater-alarm.js';

/** What is known of a bridge when somebody looks at it. */
export interface BridgeSight {
  online: boolean;
  /** When it last came or went; null for one that has never been there. */
  seenAt: Date | null;
  isRevoked: boolean;
}

/** What is known of a printer when somebody looks at it. */
export interface PrinterSight {
  /** Out of order, or out of use: whoever said so knows. */
  isResting: boolean;
  state: PrinterState;
  stateSince: Date | null;
  /** When its bridge last told of it; null when it never has. */
  heardAt: Date | null;
  progressedAt: Date | null;
  /** How long the print takes from start to end, as far as anybody knows. */
  expectedSeconds: number | null;
  heaters: readonly HeaterSight[];
}

/** One thing that can be wrong, and what to do about it. */
export interface Judgement {
  kind: AlarmKind;
  verdict: AlarmVerdict;
  /** When it began, for one that is raised. */
  since: Date | null;
  heat: { heater: Heater; celsius: number } | null;
}

const patienceMs = 2 * 60_000;
/** A bridge tells of each printer twice a minute. */
const silenceMs = 90_000;
const leastStallMinutes = 15;
const mostStallMinutes = 60;
const stallShare = 0.05;

/**
 * A bridge that is away for two minutes is an alarm; one that is back for two minutes is none any more. What comes and
 * goes in between leaves everything as it is, so that one bad line is one alarm.
 */
export function judgeBridge({ online, seenAt, isRevoked }: BridgeSight, now: Date): Judgement {
  const common = { kind: 'bridge_offline', since: seenAt, heat: null } as const;
  if (isRevoked || seenAt === null) return { ...common, verdict: 'none' };
  if (isShort(seenAt, now)) return { ...common, verdict: 'leave' };
  return { ...common, verdict: online ? 'none' : 'raise' };
}

/**
 * @param listeningSince from when on we could have heard the printer
 */
export function judgePrinter(
  printer: PrinterSight,
  bridge: BridgeSight,
  { now, listeningSince }: { now: Date; listeningSince: Date },
): Judgement[] {
  return [judgeReach(printer, bridge, { now, listeningSince }), judgeHeat(printer), judgeProgress(printer, now)];
}

/** One alarm is enough: the printers of a bridge that is away are not counted one by one. */
function judgeReach(
  { isResting, state, stateSince, heardAt }: PrinterSight,
  bridge: BridgeSight,
  { now, listeningSince }: { now: Date; listeningSince: Date },
): Judgement {
  const common = { kind: 'printer_offline', since: stateSince, heat: null } as const;
  if (isResting || heardAt === null || bridge.isRevoked) return { ...common, verdict: 'none' };
  if (!bridge.online) return { ...common, verdict: 'leave' };
  const heardFrom = new Date(Math.max(heardAt.getTime(), listeningSince.getTime(), bridge.seenAt?.getTime() ?? 0));
  if (!isShort(heardFrom, now)) return { ...common, since: heardAt, verdict: 'raise' };
  if (stateSince === null || isShort(stateSince, now)) return { ...common, verdict: 'leave' };
  return { ...common, verdict: state === 'offline' ? 'raise' : 'none' };
}

function judgeHeat({ heaters }: PrinterSight): Judgement {
  const common = { kind: 'too_hot', since: null, heat: null } as const;
  const judged = heaters.map((sight) => ({ sight, verdict: judgeHeater(sight) }));
  const hot = judged.find(({ verdict }) => verdict === 'raise');
  if (hot !== undefined) {
    return { ...common, verdict: 'raise', heat: { heater: hot.sight.heater, celsius: hot.sight.last } };
  }
  // A printer that says nothing any more may be as hot as it was.
  const isSettled = heaters.length > 0 && judged.every(({ verdict }) => verdict === 'none');
  return { ...common, verdict: isSettled ? 'none' : 'leave' };
}

function judgeProgress({ state, heardAt, progressedAt, expectedSeconds }: PrinterSight, now: Date): Judgement {
  const common = { kind: 'stalled', since: progressedAt, heat: null } as const;
  if (state !== 'printing' || progressedAt === null || heardAt === null) return { ...common, verdict: 'none' };
  const standsMs = now.getTime() - progressedAt.getTime();
  if (standsMs < stallMinutes(expectedSeconds) * 60_000) return { ...common, verdict: 'none' };
  const isHeard = now.getTime() - heardAt.getTime() < silenceMs;
  return { ...common, verdict: isHeard ? 'raise' : 'leave' };
}

/**
 * How long a print may stand before somebody should look: a twentieth of the whole, for a long print may take long over
 * what its printer counts as one step.
 * @returns minutes, 15 to 60
 */
export function stallMinutes(expectedSeconds: number | null): number {
  const share = ((expectedSeconds ?? 0) / 60) * stallShare;
  return Math.min(mostStallMinutes, Math.max(leastStallMinutes, share));
}

function isShort(since: Date, now: Date): boolean {
  return now.getTime() - since.getTime() < patienceMs;
}
