import type { PrintAnalysis } from '#libs/contracts';

/**
 * Grams that a print takes from each place of its printer, counted from 0 as the file counts its filaments. What the
 * file does not say is 0; a file that states one weight for several filaments is held to take it from the first.
 */
export function filamentNeeds(analysis: Pick<PrintAnalysis, 'filaments' | 'totalGrams'> | null): readonly number[] {
  if (analysis === null) return [];
  const grams = analysis.filaments.map((filament) => filament.grams);
  const isTold = grams.some((each) => each !== null);
  if (isTold) return grams.map((each) => each ?? 0);
  return analysis.totalGrams === null ? [] : [analysis.totalGrams];
}
