import type { PrintAnalysis } from '#libs/contracts';
import type { AnalysisLimits } from './analysis-limits.js';
import { describeFilaments } from './describe-filaments.js';
import type { FileExamination } from './file-examination.js';

/** A stated time below this share of what distances and feed rates demand is not believed. */
const leastBelievableShare = 0.5;
/** Slicers state a little more filament than the moves feed; less of it than this, and moves are missing. */
const leastUsedShare = 0.95;

/** Puts together what the file states and what its moves show; also adds the findings that only the end reveals. */
export function summarise(examination: FileExamination, limits: AnalysisLimits): PrintAnalysis {
  const { statistics, safety } = examination;
  const { facts } = examination.comments;
  const filaments = describeFilaments(facts, statistics.filamentMillimetres);
  addClosingFindings(examination, limits, filaments);
  const box = statistics.extent.box;
  return {
    slicer: facts.slicer,
    printerModel: facts.printerModel,
    estimatedSeconds: believableSeconds(facts.seconds, statistics.seconds),
    filaments,
    totalGrams: totalGrams(facts.totalGrams, filaments),
    layerCount: facts.layerCount ?? (box === null ? null : statistics.layerCount),
    layerHeightMillimetres: facts.layerHeightMillimetres ?? measuredLayerHeight(box, statistics.layerCount),
    nozzleDiameterMillimetres: facts.nozzleDiameterMillimetres,
    boundingBox: box,
    maxNozzleCelsius: safety.maxNozzleCelsius,
    maxBedCelsius: safety.maxBedCelsius,
    findings: examination.findings.list(),
  };
}

function believableSeconds(stated: number | null, measured: number): number | null {
  if (stated !== null && stated >= measured * leastBelievableShare) return stated;
  return measured > 0 ? Math.round(measured) : null;
}

function totalGrams(stated: number | null, filaments: PrintAnalysis['filaments']): number | null {
  const known = filaments.flatMap(({ grams }) => (grams === null ? [] : [grams]));
  if (known.length === 0 || known.length < filaments.length) return stated;
  const sum = known.reduce((total, grams) => total + grams, 0);
  // The stated total also counts what is purged between colours, so the larger one is nearer the truth.
  return Math.round(Math.max(sum, stated ?? 0) * 100) / 100;
}

function measuredLayerHeight(box: PrintAnalysis['boundingBox'], layers: number): number | null {
  if (box === null || layers < 2) return null;
  return Math.round(((box.max.z - box.min.z) / (layers - 1)) * 1000) / 1000;
}

function addClosingFindings(
  examination: FileExamination,
  limits: AnalysisLimits,
  filaments: PrintAnalysis['filaments'],
): void {
  const { findings, comments, safety } = examination;
  const whole = { line: null, subject: '' };
  const reason = cutOffReason(examination);
  if (reason !== null) findings.add({ code: 'print.truncated', ...whole, params: { reason } });
  if (!safety.maxNozzleCelsius && examination.lastLayingLine > 0) {
    findings.add({ code: 'print.no_heating', ...whole, params: {} });
  }
  const model = comments.facts.printerModel;
  if (
    model !== null &&
    limits.printerModels.length > 0 &&
    !limits.printerModels.some((known) => isSame(known, model))
  ) {
    findings.add({ code: 'print.other_printer', ...whole, params: { printerModel: model } });
  }
  if (!filaments.some(({ material }) => material !== null)) {
    findings.add({ code: 'print.material_unknown', ...whole, params: {} });
  }
}

function cutOffReason(examination: FileExamination): string | null {
  const { comments, statistics, lastLayingLine, lastCommandLine, endIsMarked, progressPercent } = examination;
  if (statistics.extent.isEmpty) return 'nothing_printed';
  const cutOff = endIsMarked ? comments.isCutOff(lastLayingLine) : null;
  if (cutOff !== null) return cutOff ? 'slicer_ending_missing' : null;
  if (lastLayingLine === lastCommandLine) return 'ends_while_printing';
  // Whole blocks of binary G-code may be missing; its slicers count to 100 % on the printer's display.
  const hasEnding = endIsMarked || ((progressPercent ?? 100) >= 100 && usesWhatIsStated(examination));
  return hasEnding ? null : 'slicer_ending_missing';
}

function usesWhatIsStated({ comments, statistics }: FileExamination): boolean {
  const sum = (lengths: readonly (number | null)[]) =>
    lengths.reduce<number>((total, length) => total + (length ?? 0), 0);
  return sum(statistics.filamentMillimetres) >= sum(comments.facts.filamentMillimetres) * leastUsedShare;
}

/** `Original Prusa MK4` and `MK4` are the same machine: makers put their name in front, slicers often do not. */
function isSame(known: string, stated: string): boolean {
  const [a, b] = [simplify(known), simplify(stated)];
  return a === b || a.endsWith(b) || b.endsWith(a);
}

const simplify = (model: string) => model.toLowerCase().replace(/[^a-z0-9]/g, '');
