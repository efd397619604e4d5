import type { PrintAnalysis } from '#libs/contracts';
import { FindingList } from '../finding-list.js';
import type { ModelShape } from './model-shape.js';

/** What is to be said of a model: its size, and that somebody has to slice it before anything can be printed. */
export function describeModel({ format, triangles, boundingBox, isClosed }: ModelShape): PrintAnalysis {
  const findings = new FindingList();
  const whole = { line: null, subject: '' };
  findings.add({ code: 'print.needs_slicing', ...whole, params: { format, triangles } });
  if (!isClosed) findings.add({ code: 'print.open_model', ...whole, params: {} });
  return {
    slicer: null,
    printerModel: null,
    estimatedSeconds: null,
    filaments: [],
    totalGrams: null,
    layerCount: null,
    layerHeightMillimetres: null,
    nozzleDiameterMillimetres: null,
    boundingBox,
    maxNozzleCelsius: null,
    maxBedCelsius: null,
    findings: findings.list(),
  };
}
