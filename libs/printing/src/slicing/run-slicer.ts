import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Config } from '#libs/platform';
import type { SlicingOutcome } from './slicing-outcome.js';

const run = promisify(execFile);

/**
 * Kilobytes of address space and seconds of processor that one model may take. The limits are the process's own, so
 * that it ends also when the worker that started it was killed.
 */
const mostKilobytes = 4 * 1024 * 1024;
const mostProcessorSeconds = 600;
const longestWords = 2000;

export interface SlicerRun {
  readonly slicer: string;
  /** Where programs are found. */
  readonly searchPath: string;
  /** The home of the slicer: it may leave there what it likes. */
  readonly folder: string;
  readonly model: string;
  /** What a later one says counts. */
  readonly profiles: readonly string[];
  readonly timeoutMs: number;
}

/** @returns the slicer's place; undefined when it is not installed or not wanted */
export async function findSlicer({ slicerPath, searchPath }: Config): Promise<string | undefined> {
  if (slicerPath === 'none') return undefined;
  try {
    const { stdout } = await run('/bin/sh', ['-c', 'command -v -- "$1"', 'sh', slicerPath], {
      env: { PATH: searchPath },
    });
    return stdout.trim();
  } catch (error) {
    // The shell's own word for "there is none".
    if (typeof (error as { code?: unknown }).code === 'number') return undefined;
    throw error;
  }
}

/** @throws the system's error when the program cannot be started at all */
export async function runSlicer({
  slicer,
  searchPath,
  folder,
  model,
  profiles,
  timeoutMs,
}: SlicerRun): Promise<SlicingOutcome> {
  const path = join(folder, 'sliced.gcode');
  const settings = ['--export-gcode', ...profiles.flatMap((profile) => ['--load', profile]), '--datadir', folder];
  try {
    await run('/bin/sh', ['-c', limited, 'sh', slicer, ...settings, '--output', path, model], {
      cwd: folder,
      env: { PATH: searchPath, HOME: folder, TMPDIR: folder, LC_ALL: 'C' },
      timeout: timeoutMs,
      killSignal: 'SIGKILL',
      maxBuffer: 16 * 1024 * 1024,
    });
  } catch (error) {
    return refusalOf(error);
  }
  const hasResult = await stat(path).then(
    ({ size }) => size > 0,
    () => false,
  );
  return hasResult ? { ok: true, path } : { ok: false, code: 'print.slicing_failed', detail: 'nothing came out' };
}

/** A limit that a system does not know is done without. `exec` makes the process that is ended the slicer itself. */
const limited = `ulimit -v ${mostKilobytes} 2>/dev/null; ulimit -t ${mostProcessorSeconds}; ulimit -c 0; exec nice -n 10 "$@"`;

function refusalOf(error: unknown): SlicingOutcome {
  const { code, killed, stderr, stdout } = error as {
    code?: unknown;
    killed?: boolean;
    stderr?: string;
    stdout?: string;
  };
  if (typeof code === 'string' && code !== 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER') throw error;
  const words = `${stdout ?? ''}\n${stderr ?? ''}`.trim().slice(-longestWords);
  if (/could not fit on the bed|outside of the print volume|exceeds the maximum/i.test(words))
    return { ok: false, code: 'print.model_too_big', detail: words };
  return { ok: false, code: 'print.slicing_failed', detail: killed ? 'it took too long' : words };
}
