import type { PrinterTemperature } from '#libs/contracts';

/** What a printer says of its heaters at one moment, degrees Celsius. */
export type Temperatures = Pick<PrinterTemperature, 'nozzle' | 'nozzleTarget' | 'bed' | 'bedTarget'>;

/** Ten seconds of a printer's heaters: the last of each, and the lowest and highest in between. */
export interface TemperatureBucket extends Temperatures {
  /** Its beginning, milliseconds since 1970. */
  startsAtMs: number;
  nozzleMin: number;
  nozzleMax: number;
  bedMin: number;
  bedMax: number;
}

export const bucketMs = 10_000;

/** The beginning of the bucket that an instant is in. */
export function bucketStartMs(atMs: number): number {
  return Math.floor(atMs / bucketMs) * bucketMs;
}

/** A bucket with one more moment in it; a new one for the first. */
export function foldTemperatures(
  bucket: TemperatureBucket | undefined,
  { nozzle, nozzleTarget, bed, bedTarget }: Temperatures,
  atMs: number,
): TemperatureBucket {
  return {
    startsAtMs: bucket?.startsAtMs ?? bucketStartMs(atMs),
    nozzle,
    nozzleTarget,
    nozzleMin: Math.min(bucket?.nozzleMin ?? nozzle, nozzle),
    nozzleMax: Math.max(bucket?.nozzleMax ?? nozzle, nozzle),
    bed,
    bedTarget,
    bedMin: Math.min(bucket?.bedMin ?? bed, bed),
    bedMax: Math.max(bucket?.bedMax ?? bed, bed),
  };
}

const mostPoints = 500;

/**
 * How much time one point of a chart stands for, so that there are at most 500.
 * @returns seconds, whole buckets
 */
export function stepSeconds(spanMs: number): number {
  // One more than the span has, for a step that it begins in the middle of.
  const buckets = Math.ceil(spanMs / (mostPoints - 1) / bucketMs);
  return (Math.max(1, buckets) * bucketMs) / 1000;
}
