import type { Printer, PrinterState } from '#libs/contracts';

const atRest: readonly PrinterState[] = ['idle', 'awaiting_clear', 'error', 'offline', 'unknown'];

/** Something was printed, nothing moves, and nobody has yet said that the plate is empty. */
export function canClearPlate({ plate, state }: Pick<Printer, 'plate' | 'state'>): boolean {
  return plate === 'awaiting_clear' && atRest.includes(state);
}
