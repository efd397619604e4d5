import { readAmount, readPositive } from './comment-values.js';
import type { FieldReader, SlicerDialect } from './stated-facts.js';

const mostExtruders = 4;
const kilogramsPerCubicMetre = 1000;

/** ideaMaker: settings in the header, `Print Time` and material behind the last move. */
export const ideamaker: SlicerDialect = {
  identify(comment) {
    const version = /Sliced by ideaMaker ([^,\s]+)/.exec(comment)?.[1];
    return version === undefined ? null : { name: 'ideaMaker', version };
  },
  fields: new Map<string, FieldReader>([
    ['Print Time', (value, facts) => (facts.seconds = readPositive(value))],
    ...Array.from({ length: mostExtruders }, (_, index) => extruderFields(index)).flat(),
  ]),
  endMarks: ['Print Time'],
};

function extruderFields(index: number): [string, FieldReader][] {
  const number = index + 1;
  return [
    [
      `Material#${number} Used`,
      (value, facts) => (facts.filamentMillimetres = put(facts.filamentMillimetres, index, readAmount(value))),
    ],
    [
      `Filament Density #${number}`,
      (value, facts) => {
        const density = readPositive(value);
        facts.densities = put(facts.densities, index, density === null ? null : density / kilogramsPerCubicMetre);
      },
    ],
    [
      `Filament Diameter #${number}`,
      (value, facts) => (facts.filamentDiameters = put(facts.filamentDiameters, index, readPositive(value))),
    ],
    [
      `Filament Type #${number}`,
      (value, facts) => (facts.materials = Array.from(put(facts.materials, index, value), (word) => word ?? '')),
    ],
  ];
}

function put<T>(list: readonly (T | null)[], index: number, value: T | null): (T | null)[] {
  const copy = [...list];
  copy[index] = value;
  return Array.from(copy, (item) => item ?? null);
}
