import type { CommandLetter } from './gcode-machine.js';
import { letter, type WordReader } from './word-reader.js';

/** A heater being told a temperature. */
export interface Heating {
  readonly heater: 'nozzle' | 'bed';
  readonly celsius: number;
}

const nozzleCodes = new Set([104, 109]);
const bedCodes = new Set([140, 190]);

/** Marlin's and RepRapFirmware's M104/M109, M140/M190 (S or R) and G10 P S. */
export function heatingOf(name: CommandLetter, code: number, words: WordReader): Heating | null {
  if (name === 'G') {
    const setsTool = code === 10 && words.has(letter.p) && words.has(letter.s);
    return setsTool ? { heater: 'nozzle', celsius: words.get(letter.s) } : null;
  }
  if (name !== 'M' || (!nozzleCodes.has(code) && !bedCodes.has(code))) return null;
  if (!words.has(letter.s) && !words.has(letter.r)) return null;
  const celsius = Math.max(words.get(letter.s), words.get(letter.r));
  return { heater: nozzleCodes.has(code) ? 'nozzle' : 'bed', celsius };
}

const macroHeaters: readonly (readonly [RegExp, Heating['heater']])[] = [
  [/\b(?:EXTRUDER|HOTEND|NOZZLE|TOOL)(?:_?TEMP(?:ERATURE)?)?=(\d+(?:\.\d+)?)/i, 'nozzle'],
  [/\bBED(?:_?TEMP(?:ERATURE)?)?=(\d+(?:\.\d+)?)/i, 'bed'],
];

/**
 * Klipper's named commands: SET_HEATER_TEMPERATURE, and start macros that are handed their temperatures,
 * `START_PRINT EXTRUDER_TEMP=220 BED_TEMP=55`.
 * @param name the command's first word, in capitals
 */
export function heatingOfName(name: string, text: string): readonly Heating[] {
  if (name === 'SET_HEATER_TEMPERATURE') {
    const target = /\bTARGET=(\d+(?:\.\d+)?)/i.exec(text)?.[1];
    const heater = /\bHEATER=heater_bed\b/i.test(text) ? 'bed' : /\bHEATER=extruder/i.test(text) ? 'nozzle' : null;
    return heater && target !== undefined ? [{ heater, celsius: Number(target) }] : [];
  }
  if (!/START/.test(name)) return [];
  return macroHeaters.flatMap(([pattern, heater]) => {
    const value = pattern.exec(text)?.[1];
    return value === undefined ? [] : [{ heater, celsius: Number(value) }];
  });
}
