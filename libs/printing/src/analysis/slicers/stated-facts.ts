/** What the comments of a file claim about it; filled while the file is read. Lists are by extruder. */
export class StatedFacts {
  slicer: { name: string; version: string | null } | null = null;
  printerModel: string | null = null;
  seconds: number | null = null;
  layerCount: number | null = null;
  layerHeightMillimetres: number | null = null;
  nozzleDiameterMillimetres: number | null = null;
  materials: readonly string[] = [];
  filamentMillimetres: readonly (number | null)[] = [];
  filamentGrams: readonly (number | null)[] = [];
  totalGrams: number | null = null;
  /** Grams per cubic centimetre. */
  densities: readonly (number | null)[] = [];
  filamentDiameters: readonly (number | null)[] = [];
}

/** Takes the value of one comment, `; key = value`, into the facts. */
export type FieldReader = (value: string, facts: StatedFacts) => void;

/** How one slicer writes its comments. */
export interface SlicerDialect {
  /** Name and version when this comment is the slicer's signature. */
  readonly identify: (comment: string) => { name: string; version: string | null } | null;
  /** By the comment's key, in the slicer's own case: `layer_height` is a setting, `LAYER_HEIGHT` one layer's. */
  readonly fields: ReadonlyMap<string, FieldReader>;
  /** Keys, or whole comments, that the slicer writes only behind the last move: without one the file is cut off. */
  readonly endMarks: readonly string[];
}
