import type { PlanJob, PlanPrinter } from './plan-input.js';
import { reachOf } from './plate.js';

/** What a box may stick out of the plate before it counts as too large: rounding, not room. */
const bedToleranceMillimetres = 1;
const nozzleToleranceMillimetres = 0.01;

/** What a print asks of a printer. */
export type PrintDemands = Pick<PlanJob, 'boundingBox' | 'nozzleDiameterMillimetres' | 'material'>;
/** What a printer has to offer. */
export type PrinterOffer = Pick<
  PlanPrinter,
  'bed' | 'bedOrigin' | 'nozzleDiameterMillimetres' | 'loadedMaterial' | 'isUnloaded'
>;

/** Why a printer cannot make a job; only what is known on both sides counts against it. */
export type Mismatch = 'material' | 'bed' | 'nozzle';

/** @returns null when nothing speaks against it; `material` only when that is the single obstacle */
export function mismatchOf(job: PrintDemands, printer: PrinterOffer): Mismatch | null {
  if (!fitsBed(job, printer)) return 'bed';
  if (!fitsNozzle(job, printer)) return 'nozzle';
  return fitsMaterial(job, printer) ? null : 'material';
}

function fitsBed({ boundingBox }: PrintDemands, { bed, bedOrigin }: PrinterOffer): boolean {
  if (boundingBox === null) return true;
  const { min, max } = boundingBox;
  const tolerance = bedToleranceMillimetres;
  const isInside = (axis: 'x' | 'y' | 'z', { from, to }: { from: number; to: number }) =>
    min[axis] >= from - tolerance && max[axis] <= to + tolerance;
  const isOnPlate = isInside('x', reachOf(bed.x, bedOrigin)) && isInside('y', reachOf(bed.y, bedOrigin));
  return isOnPlate && isInside('z', { from: 0, to: bed.z });
}

function fitsNozzle(job: PrintDemands, printer: PrinterOffer): boolean {
  const [wanted, mounted] = [job.nozzleDiameterMillimetres, printer.nozzleDiameterMillimetres];
  return wanted === null || mounted === null || Math.abs(wanted - mounted) < nozzleToleranceMillimetres;
}

function fitsMaterial(job: PrintDemands, printer: PrinterOffer): boolean {
  if (printer.isUnloaded) return false;
  return job.material === null || printer.loadedMaterial === null || isSameName(job.material, printer.loadedMaterial);
}

/** How many wishes of the job the printer meets; between equally early printers the better one is taken. */
export function affinityOf(job: PlanJob, printer: PlanPrinter): number {
  const hasMaterial = job.material !== null && printer.loadedMaterial !== null;
  const hasModel = job.printerModel !== null && isSameName(job.printerModel, printer.model);
  return (hasMaterial ? 1 : 0) + (hasModel ? 1 : 0);
}

const isSameName = (a: string, b: string) => a === b || a.trim().toLowerCase() === b.trim().toLowerCase();
