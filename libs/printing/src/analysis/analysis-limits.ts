/** What the machines of a hub can bear: the analysis measures a file against it. */
export interface AnalysisLimits {
  /** The highest coordinates, in millimetres. */
  readonly bed: { readonly x: number; readonly y: number; readonly z: number };
  /** The lowest; 0 when absent: the origin is the front left corner of the plate. */
  readonly bedFrom?: { readonly x: number; readonly y: number };
  readonly maxNozzleCelsius: number;
  readonly maxBedCelsius: number;
  /** Models in the hub; a file sliced for none of them gets a warning. Empty: not compared. */
  readonly printerModels: readonly string[];
}
