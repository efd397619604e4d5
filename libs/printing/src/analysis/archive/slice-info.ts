import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { RefusedFile } from '../analysis-result.js';
import { readAmount, readPositive } from '../slicers/comment-values.js';
import type { StatedFacts } from '../slicers/stated-facts.js';

const millimetresPerMetre = 1000;
const mostFilaments = 64;

interface Plate {
  readonly values: Map<string, string>;
  readonly filaments: SaxesTagPlain['attributes'][];
}

/**
 * Reads what `slice_info.config` states of one plate: time, weight, and the filaments it uses.
 * @param index number of the plate, as in the name of its G-code
 * @throws RefusedFile when it is no XML
 */
export function readSliceInfo(xml: string, index: number): Partial<StatedFacts> {
  const plate = platesOf(xml).find(({ values }) => values.get('index') === String(index));
  if (plate === undefined) return {};
  const filaments: (SaxesTagPlain['attributes'] | undefined)[] = [];
  for (const filament of plate.filaments) {
    const place = Number(filament.id) - 1;
    if (Number.isInteger(place) && place >= 0 && place < mostFilaments) filaments[place] = filament;
  }
  const byExtruder = Array.from(filaments, (filament) => filament ?? {});
  return {
    seconds: readPositive(plate.values.get('prediction') ?? ''),
    totalGrams: readPositive(plate.values.get('weight') ?? ''),
    nozzleDiameterMillimetres: readPositive(plate.values.get('nozzle_diameters') ?? ''),
    materials: byExtruder.map(({ type }) => type ?? ''),
    filamentMillimetres: byExtruder.map(({ used_m: metres }) => inMillimetres(readAmount(metres ?? ''))),
    filamentGrams: byExtruder.map(({ used_g: grams }) => readAmount(grams ?? '')),
  };
}

const inMillimetres = (metres: number | null) => (metres === null ? null : metres * millimetresPerMetre);

function platesOf(xml: string): Plate[] {
  const plates: Plate[] = [];
  let inPlate = false;
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'plate') plates.push({ values: new Map(), filaments: [] });
    if (name === 'plate') inPlate = true;
    const plate = inPlate ? plates.at(-1) : undefined;
    if (name === 'metadata' && attributes.key) plate?.values.set(attributes.key, attributes.value ?? '');
    if (name === 'filament') plate?.filaments.push(attributes);
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'plate') inPlate = false;
  });
  parser.on('error', (error) => {
    throw new RefusedFile('print.corrupt_file', `slice_info.config is broken: ${error.message}`, { cause: error });
  });
  parser.write(xml).close();
  return plates;
}
