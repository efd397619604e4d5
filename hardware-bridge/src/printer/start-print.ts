import type { PrinterCommand, RejectionCode } from '#libs/contracts';
import { PrinterRefusal, type PrinterAdapter } from '../adapters/printer-adapter.js';
import { remoteNameOf, type CommandResult } from '../journal/command-journal.js';
import type { BridgeLog } from '../log.js';
import { FileFault, type PrintFiles } from '../print-files.js';

export type StartCommand = Extract<PrinterCommand, { type: 'start' }>;

export interface StartResult extends CommandResult {
  /** Something may have moved: the plate is not to be trusted. */
  readonly moved: boolean;
  /** Given up on request before the printer was told. */
  readonly cancelled: boolean;
}

export interface StartSteps {
  readonly adapter: PrinterAdapter;
  readonly files: PrintFiles;
  readonly log: BridgeLog;
  /** The last look before the printer is told, and the note that it is; answers why it must not be. */
  readonly handOver: () => Promise<RejectionCode | null>;
}

const untouched = { moved: false, cancelled: false };

/** Fetches the file, looks once more, tells the printer. Never throws: what went wrong is the result. */
export async function startPrint(command: StartCommand, steps: StartSteps, stopped: AbortSignal): Promise<StartResult> {
  const file = await fetchFile(command, steps, stopped);
  if (typeof file !== 'string') return file;
  if (stopped.aborted) return { phase: 'failed', code: null, moved: false, cancelled: true };
  try {
    const late = await steps.handOver();
    if (late) return { phase: 'rejected', code: late, ...untouched };
  } catch (error) {
    steps.log.error(`${remoteNameOf(command)} could not be noted`, error);
    return { phase: 'failed', code: 'printer_error', ...untouched };
  }
  return tellPrinter(command, file, steps);
}

async function fetchFile(
  command: StartCommand,
  { files, log }: StartSteps,
  stopped: AbortSignal,
): Promise<string | StartResult> {
  const remoteName = remoteNameOf(command);
  try {
    return await files.download(command.args, remoteName, stopped);
  } catch (error) {
    if (stopped.aborted) return { phase: 'failed', code: null, moved: false, cancelled: true };
    const code = error instanceof FileFault ? error.code : 'file_unavailable';
    log.warn(`${remoteName} is not printed: ${(error as Error).message}`);
    return { phase: 'rejected', code, ...untouched };
  }
}

async function tellPrinter(
  command: StartCommand,
  filePath: string,
  { adapter, log }: StartSteps,
): Promise<StartResult> {
  const { jobId, attempt, startToken } = command;
  const remoteName = remoteNameOf(command);
  try {
    await adapter.start({ filePath, remoteName, reference: { jobId, attempt, startToken } });
    return { phase: 'done', code: null, moved: true, cancelled: false };
  } catch (error) {
    log.error(`${remoteName} could not be started`, error);
    if (error instanceof PrinterRefusal) return { phase: 'failed', code: error.code, ...untouched };
    return { phase: 'failed', code: 'printer_error', moved: true, cancelled: false };
  }
}
