import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { analysePrintFile } from '../../libs/printing/src/analysis/analyse-print-file.js';
import type { AnalysisLimits } from '../../libs/printing/src/analysis/analysis-limits.js';
import type { AnalysisResult, FileAnalysed } from '../../libs/printing/src/analysis/analysis-result.js';

const usual: AnalysisLimits = {
  bed: { x: 250, y: 210, z: 210 },
  maxNozzleCelsius: 300,
  maxBedCelsius: 110,
  printerModels: ['Virtual One'],
};

/** What the analysis says of a file with this content, against a common printer. */
export async function analysisOf(
  content: string | Buffer,
  limits: Partial<AnalysisLimits> = {},
): Promise<AnalysisResult> {
  const folder = await mkdtemp(join(tmpdir(), 'analysis-'));
  try {
    const path = join(folder, 'upload');
    await writeFile(path, content);
    return await analysePrintFile(path, { ...usual, ...limits });
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** @throws Error when the file was refused */
export function accepted(result: AnalysisResult): FileAnalysed {
  if (!result.ok) throw new Error(result.detail);
  return result;
}
