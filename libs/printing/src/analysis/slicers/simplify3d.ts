import { findMaterial, readAmount, readPositive } from './comment-values.js';
import { readDuration } from './duration.js';
import type { FieldReader, SlicerDialect, StatedFacts } from './stated-facts.js';

const readTime = (value: string, facts: StatedFacts) => (facts.seconds = readDuration(value));
const readLength = (value: string, facts: StatedFacts) => (facts.filamentMillimetres = [readAmount(value)]);

function readWeight(value: string, facts: StatedFacts): void {
  facts.totalGrams = readPositive(value);
  facts.filamentGrams = [facts.totalGrams];
}

/** Simplify3D: settings in the header as `key,value`, a build summary behind the last move. */
export const simplify3d: SlicerDialect = {
  identify(comment) {
    const version = /Simplify3D\(R\) Version (\S+)/.exec(comment)?.[1];
    return version === undefined ? null : { name: 'Simplify3D', version };
  },
  fields: new Map<string, FieldReader>([
    // Version 4 writes `Build time`, version 5 `Build Time`; older ones `Filament`, newer ones `Material`.
    ['Build time', readTime],
    ['Build Time', readTime],
    ['Filament length', readLength],
    ['Material Length', readLength],
    ['Plastic weight', readWeight],
    ['Material Weight', readWeight],
    ['layerHeight', (value, facts) => (facts.layerHeightMillimetres = readPositive(value))],
    ['extruderDiameter', (value, facts) => (facts.nozzleDiameterMillimetres = readPositive(value))],
    ['printMaterial', (value, facts) => (facts.materials = [findMaterial(value) ?? ''])],
  ]),
  endMarks: ['Build Summary', 'Build time', 'Build Time'],
};
