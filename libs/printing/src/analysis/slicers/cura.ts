import { readAmount, readPositive } from './comment-values.js';
import type { FieldReader, SlicerDialect, StatedFacts } from './stated-facts.js';

/** Stands in the header when the engine was run without Cura's window, which would have replaced it. */
const placeholderSeconds = 6666;

function readSeconds(value: string, facts: StatedFacts): void {
  const seconds = readPositive(value);
  if (seconds !== placeholderSeconds) facts.seconds = seconds;
}

/** Cura: statistics in the header, `;LAYER:n` at each layer, its settings behind the last move. */
export const cura: SlicerDialect = {
  identify(comment) {
    const found = /Cura_SteamEngine(?:\s+(\S+))?/.exec(comment);
    return found === null ? null : { name: 'Cura', version: found[1] ?? null };
  },
  fields: new Map<string, FieldReader>([
    ['TIME', readSeconds],
    ['PRINT.TIME', readSeconds],
    ['Filament used', (value, facts) => (facts.filamentMillimetres = readMetres(value))],
    ['Layer height', (value, facts) => (facts.layerHeightMillimetres = readPositive(value))],
    ['LAYER_COUNT', (value, facts) => (facts.layerCount = readPositive(value))],
    ['TARGET_MACHINE.NAME', (value, facts) => (facts.printerModel = value || null)],
    ['EXTRUDER_TRAIN.0.NOZZLE.DIAMETER', (value, facts) => (facts.nozzleDiameterMillimetres = readPositive(value))],
  ]),
  endMarks: ['End of Gcode'],
};

/** `1.2m, 0.3m`; some printers get cubic millimetres instead, which say nothing about length. */
function readMetres(value: string): (number | null)[] {
  return value.split(',').map((part) => {
    const metres = /m\s*$/i.test(part) ? readAmount(part) : null;
    return metres === null ? null : metres * 1000;
  });
}
