import type { ModelFormat, PrintAnalysis } from '#libs/contracts';

export interface Thumbnail {
  readonly png: Buffer;
  /** `embedded`: the slicer's own picture, re-encoded. `drawn`: ours, from the toolpath. */
  readonly source: 'embedded' | 'drawn';
}

/** Why a file cannot be analysed at all; `detail` is for the log and for staff. */
export interface FileRefusal {
  readonly ok: false;
  readonly code: 'print.unsupported_file' | 'print.corrupt_file' | 'print.several_plates';
  readonly detail: string;
}

export interface FileAnalysed {
  readonly ok: true;
  readonly analysis: PrintAnalysis;
  /** Null only when nothing is extruded and the slicer left no picture. */
  readonly thumbnail: Thumbnail | null;
  /** The way of the nozzle, gzipped (`toolpathHeaderSchema`); null when nothing is laid, and for a model. */
  readonly toolpath: Buffer | null;
  /** Null when the file is no model. */
  readonly modelFormat: ModelFormat | null;
  /** True when the G-code is packed in the file, and a printer needs it plain. */
  readonly isPacked: boolean;
}

export type AnalysisResult = FileAnalysed | FileRefusal;

/** Ends the reading of a file from deep inside it; caught where the analysis starts, never seen outside. */
export class RefusedFile extends Error {
  constructor(
    readonly code: FileRefusal['code'],
    readonly detail: string,
    options?: ErrorOptions,
  ) {
    super(detail, options);
    this.name = 'RefusedFile';
  }
}
