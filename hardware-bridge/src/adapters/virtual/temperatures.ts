import type { MachineTemperatures } from '../printer-adapter.js';

const room = 22;
const nozzleTarget = 215;
const bedTarget = 60;
/** Seconds in which a switched-off heater loses about two thirds of its warmth. */
const coolingSeconds = 120;

export const coldTemperatures: MachineTemperatures = { nozzle: room, nozzleTarget: 0, bed: room, bedTarget: 0 };

/**
 * Degrees Celsius during and after a print.
 * @param heated how far heating has got; 1 and more is hot
 * @param secondsSinceEnd null while the print goes on
 */
export function runTemperatures(heated: number, secondsSinceEnd: number | null): MachineTemperatures {
  const warmth = Math.min(1, heated) * (secondsSinceEnd === null ? 1 : Math.exp(-secondsSinceEnd / coolingSeconds));
  const on = secondsSinceEnd === null;
  return {
    nozzle: oneDecimal(room + (nozzleTarget - room) * warmth),
    nozzleTarget: on ? nozzleTarget : 0,
    bed: oneDecimal(room + (bedTarget - room) * warmth),
    bedTarget: on ? bedTarget : 0,
  };
}

function oneDecimal(value: number): number {
  return Math.round(value * 10) / 10;
}
