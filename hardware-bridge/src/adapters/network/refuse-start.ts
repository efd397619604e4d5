import { PrinterRefusal, type MachineState } from '../printer-adapter.js';

const ready: readonly MachineState[] = ['idle', 'finished'];
const away: readonly MachineState[] = ['offline', 'starting', 'unknown'];

/**
 * The adapter's own look before a file travels: some machines take a start while they print, and stop what they print.
 * @throws PrinterRefusal when the printer is not free
 */
export function refuseUnlessFree(state: MachineState): void {
  if (ready.includes(state)) return;
  if (away.includes(state)) throw new PrinterRefusal('printer_offline', `The printer is ${state}`);
  throw new PrinterRefusal(state === 'error' ? 'printer_error' : 'not_idle', `The printer is ${state}`);
}

/** @throws PrinterRefusal unless a print goes on: some machines say yes to a pause without a print, and remember it */
export function refuseUnlessPrinting(state: MachineState, possible: readonly MachineState[]): void {
  if (possible.includes(state)) return;
  if (away.includes(state)) throw new PrinterRefusal('printer_offline', `The printer is ${state}`);
  throw new PrinterRefusal('printer_error', `The printer is ${state}`);
}

export const mayPauseIn: readonly MachineState[] = ['preparing', 'printing'];
export const mayResumeIn: readonly MachineState[] = ['paused', 'attention'];
export const mayCancelIn: readonly MachineState[] = [...mayPauseIn, ...mayResumeIn, 'cancelling'];
