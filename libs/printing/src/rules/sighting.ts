import type { PrinterStatus } from '#libs/contracts';
import type { PrintObservation } from './fold-observation.js';

/** A print seen on a machine, or not seen any more, at some instant. */
export interface Sighting extends PrintObservation {
  at: Date;
  cause: string | null;
  /** Since when the print runs; null when the sighting does not prove that it ever did. */
  startedAt: Date | null;
  progress?: number;
  /** As the printer counts; absent when it does not. */
  filamentMillimetres?: number | undefined;
  estimatedEndAt?: Date | null;
}

/** What a snapshot tells of the print that it shows. */
export function sightingOf(status: PrinterStatus, job: NonNullable<PrinterStatus['job']>): SightingOfStatus {
  const at = new Date(status.observedAt);
  const { outcome, progress, etaSeconds, filamentMillimetres } = job;
  return {
    state: status.state,
    outcome,
    at,
    cause: status.reason?.code ?? null,
    startedAt: new Date(job.startedAt ?? status.observedAt),
    progress,
    filamentMillimetres,
    estimatedEndAt: etaSeconds === null ? null : new Date(at.getTime() + etaSeconds * 1000),
  };
}

/** A snapshot tells all of it. */
export type SightingOfStatus = Required<Omit<Sighting, 'filamentMillimetres'>> & Sighting;
