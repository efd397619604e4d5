import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { AnalysisLimits } from './analysis-limits.js';
import type { AnalysisResult } from './analysis-result.js';
import type { AnalysisRequest } from './analysis.worker.js';

/** Reading is streamed, so this is plenty; a file that drives the memory higher loses its own thread only. */
const resourceLimits = { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 64 } as const;

/** The analysis ran longer than it was given. Whether the file or the machine is to blame cannot be known. */
export class AnalysisTimeout extends Error {
  constructor(readonly timeoutMs: number) {
    super(`the analysis took longer than ${timeoutMs} ms`);
    this.name = 'AnalysisTimeout';
  }
}

/**
 * Analyses a print file in a thread of its own, so that a large or hostile file neither blocks nor brings down the
 * process. The thread is ended whatever happens.
 * @returns what `analysePrintFile` returns
 * @throws AnalysisTimeout after `timeoutMs`; the thread's own error when it fails or runs out of memory
 */
export async function analyseInWorker(
  path: string,
  limits: AnalysisLimits,
  { timeoutMs }: { readonly timeoutMs: number },
): Promise<AnalysisResult> {
  const workerData: AnalysisRequest = { path, limits };
  const worker = new Worker(new URL('./analysis.worker.js', import.meta.url), { workerData, resourceLimits });
  try {
    return withBuffers(await answerOf(worker, timeoutMs));
  } finally {
    await worker.terminate();
  }
}

async function answerOf(worker: Worker, timeoutMs: number): Promise<AnalysisResult> {
  const settled = new AbortController();
  const timer = setTimeout(() => settled.abort(new AnalysisTimeout(timeoutMs)), timeoutMs);
  try {
    // `once` also rejects on the thread's own error.
    const [answer] = (await Promise.race([
      once(worker, 'message', { signal: settled.signal }),
      once(worker, 'exit', { signal: settled.signal }).then(([code]) => {
        throw new Error(`the analysis thread ended with ${String(code)} and without an answer`);
      }),
    ])) as [AnalysisResult];
    return answer;
  } catch (error) {
    throw settled.signal.aborted ? settled.signal.reason : error;
  } finally {
    clearTimeout(timer);
    settled.abort();
  }
}

/** Between threads a Buffer becomes a bare Uint8Array. */
function withBuffers(result: AnalysisResult): AnalysisResult {
  if (!result.ok) return result;
  const { thumbnail, toolpath } = result;
  return {
    ...result,
    thumbnail: thumbnail && { ...thumbnail, png: Buffer.from(thumbnail.png) },
    toolpath: toolpath && Buffer.from(toolpath),
  };
}
