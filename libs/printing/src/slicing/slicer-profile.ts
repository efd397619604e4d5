import { reachOf, type BedOrigin } from '../rules/plate.js';

/** The printer that a model is sliced for. */
export interface SlicingTarget {
  readonly printer: string;
  readonly model: string;
  /** Millimetres. */
  readonly bed: { readonly x: number; readonly y: number; readonly z: number };
  readonly bedOrigin: BedOrigin;
  readonly nozzleDiameterMillimetres: number;
  readonly maxNozzleCelsius: number;
  readonly maxBedCelsius: number;
  /** What it is printed from: the owner's wish, else what is loaded; null when nobody knows. */
  readonly material: string | null;
}

interface Warmth {
  readonly nozzle: number;
  readonly bed: number;
  /** Grams per cubic centimetre. */
  readonly density: number;
}

/** What the makers' sheets have in common; anything else is for somebody who knows the material. */
const warmths: Readonly<Record<string, Warmth>> = {
  PLA: { nozzle: 210, bed: 60, density: 1.24 },
  PETG: { nozzle: 240, bed: 80, density: 1.27 },
  TPU: { nozzle: 225, bed: 50, density: 1.21 },
  ABS: { nozzle: 250, bed: 100, density: 1.04 },
  ASA: { nozzle: 255, bed: 100, density: 1.07 },
};

/**
 * A profile for PrusaSlicer that suits any Marlin-like printer of this size: nothing clever, everything slow enough.
 * @returns null for a material that we know nothing of, or that the printer cannot heat; then staff slice
 */
export function slicerProfile(target: SlicingTarget): string | null {
  const { bed, bedOrigin, nozzleDiameterMillimetres: nozzle } = target;
  const [x, y] = [reachOf(bed.x, bedOrigin), reachOf(bed.y, bedOrigin)];
  const material = (target.material ?? 'PLA').toUpperCase();
  const warmth = warmths[/^[A-Z]+/.exec(material)?.[0] ?? ''];
  if (!warmth || warmth.nozzle > target.maxNozzleCelsius || warmth.bed > target.maxBedCelsius) return null;
  const layer = Math.round(nozzle * 50) / 100;
  return `${Object.entries({
    printer_model: oneLine(target.model),
    bed_shape: `${x.from}x${y.from},${x.to}x${y.from},${x.to}x${y.to},${x.from}x${y.to}`,
    max_print_height: bed.z,
    nozzle_diameter: nozzle,
    gcode_flavor: 'marlin2',
    use_relative_e_distances: 1,
    layer_gcode: 'G92 E0',
    start_gcode: String.raw`G28\nG1 Z5 F3000`,
    end_gcode: String.raw`M104 S0\nM140 S0\nM107\nG91\nG1 Z5 F3000\nG90\nG28 X0\nM84`,
    layer_height: layer,
    first_layer_height: layer,
    filament_type: oneLine(material),
    filament_diameter: 1.75,
    filament_density: warmth.density,
    temperature: warmth.nozzle,
    first_layer_temperature: warmth.nozzle + 5 > target.maxNozzleCelsius ? warmth.nozzle : warmth.nozzle + 5,
    bed_temperature: warmth.bed,
    first_layer_bed_temperature: warmth.bed,
    fill_density: '15%',
    perimeters: 2,
    skirts: 1,
    support_material: 1,
    support_material_auto: 1,
    support_material_threshold: 45,
  })
    .map(([key, value]) => `${key} = ${value}`)
    .join('\n')}\n`;
}

/**
 * What holds whatever a hub's own profile and the project itself say: a project may name programs to be run on the
 * result, and may switch off what the analysis relies on.
 */
export const forcedSettings = 'post_process = \ngcode_comments = 0\n';

const oneLine = (text: string) => text.replace(/[\r\n;]+/g, ' ').trim();
