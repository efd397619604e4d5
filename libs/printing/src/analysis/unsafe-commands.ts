import { letter, type WordReader } from './word-reader.js';

/** What an unsafe command would do, for the sentence a person reads. */
export const unsafeReasons = ['settings', 'firmware', 'storage', 'heater', 'motion', 'network'] as const;
export type UnsafeReason = (typeof unsafeReasons)[number];

/**
 * What no file of a resident may do to a public printer: change what outlives the print, or touch what protects it.
 * M201–M205 (acceleration) and M907 are missing on purpose: makers' own slicer profiles send them in every print.
 * @see https://marlinfw.org/meta/gcode/
 * @see https://docs.duet3d.com/User_manual/Reference/Gcodes
 */
const unsafeByReason: Readonly<Record<UnsafeReason, readonly number[]>> = {
  settings: [500, 501, 502, 504, 505],
  firmware: [112, 997, 999],
  storage: [22, 23, 28, 29, 30, 32, 470, 471, 472, 928],
  heater: [143, 301, 303, 304, 305, 306, 307, 570],
  motion: [92, 206, 428, 665, 666, 851, 906],
  network: [550, 551, 552, 553, 554, 586, 587, 588, 589],
};

const unsafeCodes = new Map<number, UnsafeReason>(
  unsafeReasons.flatMap((reason) => unsafeByReason[reason].map((code) => [code, reason] as const)),
);

/** The same for Klipper, which has names where others have numbers. */
const unsafeNames = new Map<string, UnsafeReason>([
  ['SAVE_CONFIG', 'settings'],
  ['Z_OFFSET_APPLY_ENDSTOP', 'settings'],
  ['Z_OFFSET_APPLY_PROBE', 'settings'],
  ['RESTART', 'firmware'],
  ['FIRMWARE_RESTART', 'firmware'],
  ['RUN_SHELL_COMMAND', 'firmware'],
  ['SDCARD_PRINT_FILE', 'storage'],
  ['SDCARD_RESET_FILE', 'storage'],
  ['PID_CALIBRATE', 'heater'],
  ['FORCE_MOVE', 'motion'],
  ['SET_KINEMATIC_POSITION', 'motion'],
  ['SET_TMC_CURRENT', 'motion'],
  ['SET_TMC_FIELD', 'motion'],
]);

/** Prusa's own profiles lower the limit to 155–170 °C while wiping; below this filament is ground to dust. */
const lowestColdExtrusionCelsius = 140;

/** @returns why an M command is unsafe, or null when it is not */
export function unsafeReasonOf(code: number, words: WordReader): UnsafeReason | null {
  if (code === 302) return allowsColdExtrusion(words) ? 'heater' : null;
  return unsafeCodes.get(code) ?? null;
}

function allowsColdExtrusion(words: WordReader): boolean {
  return words.get(letter.p) === 1 || (words.has(letter.s) && words.get(letter.s) < lowestColdExtrusionCelsius);
}

/** @param name first word of a Klipper command, in capitals */
export function unsafeReasonOfName(name: string): UnsafeReason | null {
  return unsafeNames.get(name) ?? null;
}
