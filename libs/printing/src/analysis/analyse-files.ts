// npm run analyse -- FILE…: what the hub would find in print files, for whoever wonders about one.
import { styleText } from 'node:util';
import type { PrintAnalysis } from '#libs/contracts';
import { analysePrintFile } from './analyse-print-file.js';
import type { AnalysisLimits } from './analysis-limits.js';
import type { AnalysisResult } from './analysis-result.js';

/** A common printer; a hub takes the limits of its own. */
const limits: AnalysisLimits = {
  bed: { x: 256, y: 256, z: 256 },
  maxNozzleCelsius: 300,
  maxBedCelsius: 120,
  printerModels: [],
};

const files = process.argv.slice(2);
if (files.length === 0) {
  process.stderr.write('npm run analyse -- FILE…\n');
  process.exitCode = 1;
}
for (const file of files) {
  const result = await analysePrintFile(file, limits).catch((error: unknown) => String(error));
  process.stdout.write(
    `${styleText('bold', file)}\n${linesOf(result)
      .map((line) => `  ${line}\n`)
      .join('')}`,
  );
  if (typeof result === 'string' || !result.ok) process.exitCode = 1;
}

function linesOf(result: AnalysisResult | string): string[] {
  if (typeof result === 'string') return [result];
  if (!result.ok) return [`refused: ${result.code}, ${result.detail}`];
  const { analysis, thumbnail, toolpath, isPacked } = result;
  const facts = Object.entries(analysis).filter(([key, value]) => key !== 'findings' && value !== null);
  return [
    ...facts.map(([key, value]) => `${key}: ${JSON.stringify(value)}`),
    `picture: ${thumbnail === null ? 'none' : `${thumbnail.source}, ${thumbnail.png.length} bytes`}`,
    ...(toolpath === null ? [] : [`toolpath: ${toolpath.length} bytes`]),
    ...(isPacked ? ['the G-code is unpacked for the printer'] : []),
    ...analysis.findings.map(describe),
  ];
}

function describe({ severity, code, line, params }: PrintAnalysis['findings'][number]): string {
  return `${severity}: ${code}${line === null ? '' : `, line ${line}`} ${JSON.stringify(params)}`;
}
