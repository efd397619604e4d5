import type { PlateState, PrintOutcome, PrintReference } from '#libs/contracts';
import type { MachineReason } from '../adapters/printer-adapter.js';

/** The print on the machine or on its plate, as far as the server was told. */
export interface RecordedRun {
  readonly id: string;
  /** Null for a print that did not come from us. */
  readonly reference: PrintReference | null;
  readonly remoteName: string | null;
  readonly startedAt: string;
  readonly stage: 'active' | 'paused' | 'ended';
  readonly progress: number;
  /** As the machine last counted. */
  readonly filamentMillimetres?: number | undefined;
  readonly outcome: PrintOutcome | null;
  readonly reason: MachineReason | null;
}

/** What the bridge itself knows of a printer and must not forget. */
export interface PrinterRecord {
  /** Latched by any movement, released only by a person. */
  readonly plate: PlateState;
  readonly run: RecordedRun | null;
  /** The print that was last taken off the plate: the machine goes on showing it as finished. */
  readonly clearedRunId: string | null;
}

export const newPrinterRecord: PrinterRecord = { plate: 'clear', run: null, clearedRunId: null };

/** True while a print goes on, as far as anybody knows. */
export function isRunning({ run }: PrinterRecord): boolean {
  return run !== null && run.stage !== 'ended';
}

/** A person has confirmed an empty plate. */
export function clearPlate(record: PrinterRecord): PrinterRecord {
  return { plate: 'clear', run: null, clearedRunId: record.run?.id ?? record.clearedRunId };
}
