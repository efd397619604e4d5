import { parentPort, workerData } from 'node:worker_threads';
import type { AnalysisLimits } from './analysis-limits.js';
import { analysePrintFile } from './analyse-print-file.js';

/** What `analyseInWorker` hands to this thread. */
export interface AnalysisRequest {
  readonly path: string;
  readonly limits: AnalysisLimits;
}

const { path, limits } = workerData as AnalysisRequest;

parentPort?.postMessage(await analysePrintFile(path, limits));
