import type { PrintAnalysis } from '#libs/contracts';
import { densityOf, gramsOf } from './material.js';
import type { StatedFacts } from './slicers/stated-facts.js';

type FilamentUse = PrintAnalysis['filaments'][number];

/** The slicer may leave out what a start script primes; more than this it did not say the truth about. */
const believableExcess = { share: 0.1, millimetres: 100 } as const;

/**
 * Filament by extruder: as stated where the moves bear it out, otherwise as measured from the moves. Extruders that
 * are set up but not used are left out.
 * @param measured millimetres by tool, from the moves
 */
export function describeFilaments(facts: StatedFacts, measured: readonly number[]): FilamentUse[] {
  const lengths = believableLengths(facts.filamentMillimetres, measured);
  const uses = lengths.flatMap(({ millimetres, asStated }, index) =>
    millimetres ? [describe({ facts, index, millimetres, asStated })] : [],
  );
  return uses.length > 0 ? uses : describeWithoutLength(facts);
}

interface Length {
  readonly millimetres: number | null;
  readonly asStated: boolean;
}

function believableLengths(stated: readonly (number | null)[], measured: readonly number[]): Length[] {
  const statedTotal = stated.reduce<number>((sum, millimetres) => sum + (millimetres ?? 0), 0);
  const measuredTotal = measured.reduce((sum, millimetres) => sum + millimetres, 0);
  const most = statedTotal * (1 + believableExcess.share) + believableExcess.millimetres;
  const asStated = statedTotal > 0 && measuredTotal <= most;
  return (asStated ? stated : measured).map((millimetres) => ({
    millimetres: millimetres === null ? null : Math.round(millimetres * 100) / 100,
    asStated,
  }));
}

function describe(use: { facts: StatedFacts; index: number; millimetres: number; asStated: boolean }): FilamentUse {
  const { facts, index, millimetres, asStated } = use;
  const material = materialOf(facts, index);
  const statedGrams = asStated ? facts.filamentGrams[index] : null;
  const density = facts.densities[index] || (material === null ? null : densityOf(material));
  // PrusaSlicer states 0 g for a profile without a density.
  if (statedGrams) return { material, millimetres, grams: statedGrams };
  if (!density) return { material, millimetres, grams: null };
  const grams = gramsOf({ millimetres, density, diameterMillimetres: facts.filamentDiameters[index] ?? null });
  return { material, millimetres, grams: Math.round(grams * 100) / 100 };
}

function describeWithoutLength(facts: StatedFacts): FilamentUse[] {
  const material = materialOf(facts, 0);
  return material === null ? [] : [{ material, millimetres: null, grams: null }];
}

function materialOf(facts: StatedFacts, index: number): string | null {
  return facts.materials[index] || null;
}
