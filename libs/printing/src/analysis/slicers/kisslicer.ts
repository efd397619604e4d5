import { findMaterial, readAmount, readPositive } from './comment-values.js';
import type { FieldReader, SlicerDialect, StatedFacts } from './stated-facts.js';

const mostExtruders = 16;

function readMinutes(value: string, facts: StatedFacts): void {
  const minutes = readPositive(value);
  if (minutes !== null) facts.seconds = Math.round(minutes * 60);
}

/** KISSlicer: settings in the header, statistics by extruder behind the last move. */
export const kisslicer: SlicerDialect = {
  identify(comment) {
    const version = /^\s*version (\S+) Release/.exec(comment)?.[1];
    if (version !== undefined) return { name: 'KISSlicer', version };
    return /^\s*KISSlicer\b/.test(comment) ? { name: 'KISSlicer', version: null } : null;
  },
  fields: new Map<string, FieldReader>([
    ['Estimated Build Time', readMinutes],
    ['Calculated-during-export Build Time', readMinutes],
    ['layer_thickness_mm', (value, facts) => (facts.layerHeightMillimetres = readPositive(value))],
    ['nozzle_dia_1', (value, facts) => (facts.nozzleDiameterMillimetres = readPositive(value))],
    ['material_name', (value, facts) => (facts.materials = [findMaterial(value) ?? ''])],
    ...extruderFields(),
  ]),
  endMarks: ['Estimated Build Time', 'Calculated-during-export Build Time'],
};

/** `Ext 1 = 298.83 mm`, in older versions `Ext #1`. */
function extruderFields(): [string, FieldReader][] {
  return Array.from({ length: mostExtruders }, (_, index) => index).flatMap((index) => {
    const read: FieldReader = (value, facts) => {
      const lengths = [...facts.filamentMillimetres];
      lengths[index] = readAmount(value);
      facts.filamentMillimetres = Array.from(lengths, (length) => length ?? null);
    };
    return [
      [`Ext ${index + 1}`, read],
      [`Ext #${index + 1}`, read],
    ];
  });
}
