import { readAmounts, readPositive } from './comment-values.js';
import { readDuration } from './duration.js';
import type { FieldReader, SlicerDialect } from './stated-facts.js';

/** BambuStudio: everything in the header; OrcaSlicer writes the same header for some printers. */
export const bambuStudio: SlicerDialect = {
  identify(comment) {
    const version = /^\s*BambuStudio\s+(\S+)/.exec(comment)?.[1];
    return version === undefined ? null : { name: 'BambuStudio', version };
  },
  fields: new Map<string, FieldReader>([
    // One line: `model printing time: 11m 15s; total estimated time: 18m 15s`; the total counts heating and levelling.
    ['model printing time', (value, facts) => (facts.seconds = readTotalTime(value) ?? facts.seconds)],
    ['total layer number', (value, facts) => (facts.layerCount = readPositive(value))],
    ['total filament length [mm]', (value, facts) => (facts.filamentMillimetres = readAmounts(value))],
    ['total filament weight [g]', (value, facts) => (facts.filamentGrams = readAmounts(value))],
  ]),
  endMarks: ['EXECUTABLE_BLOCK_END'],
};

function readTotalTime(value: string): number | null {
  const total = /total estimated time:\s*([^;]*)/i.exec(value)?.[1];
  return readDuration(total ?? value);
}
