import { bambuStudio } from './bambu-studio.js';
import { cura } from './cura.js';
import { ideamaker } from './ideamaker.js';
import { kisslicer } from './kisslicer.js';
import { prusaSlicer } from './prusa-slicer.js';
import { simplify3d } from './simplify3d.js';
import { StatedFacts, type FieldReader, type SlicerDialect } from './stated-facts.js';

const dialects = [prusaSlicer, bambuStudio, cura, simplify3d, kisslicer, ideamaker] as const;

/** Keys differ between slicers, so one table serves all: statistics may stand before the slicer's signature. */
const fields = new Map<string, FieldReader>(dialects.flatMap((dialect) => [...dialect.fields]));

/** In any slicer's file any slicer's closing comment counts: OrcaSlicer writes those of two. */
const endMarks = new Set(dialects.flatMap((dialect) => dialect.endMarks));

const signature = /Slicer|Slic3r|Studio|Cura|Simplify3D|ideaMaker|version/;
const layerMark = /^(?:LAYER_CHANGE|LAYER:-?\d| CHANGE_LAYER| ?layer \d| BEGIN_LAYER_OBJECT)/;
const keyEnd = /[=:,]/;

/** Reads the comments of a file, whichever slicer wrote it. */
export class SlicerComments {
  readonly facts = new StatedFacts();
  /** Comments that begin a layer. */
  layerMarks = 0;
  private dialect: SlicerDialect | null = null;
  private lastEndMarkLine = 0;

  /** @param comment the text behind the semicolon */
  read(comment: string, line: number): void {
    if (isLayerMark(comment)) this.layerMarks += 1;
    if (this.dialect === null || this.facts.slicer?.version === null) this.identify(comment);
    const split = comment.search(keyEnd);
    const key = (split < 0 ? comment : comment.slice(0, split)).trim();
    if (endMarks.has(key)) this.lastEndMarkLine = line;
    if (split >= 0) fields.get(key)?.(comment.slice(split + 1).trim(), this.facts);
  }

  /**
   * True when the slicer's closing comments do not follow the last line that lays material. Null when the slicer is
   * unknown, and so is how its files end.
   */
  isCutOff(lastLayingLine: number): boolean | null {
    return this.dialect === null ? null : this.lastEndMarkLine <= lastLayingLine;
  }

  private identify(comment: string): void {
    if (!signature.test(comment)) return;
    for (const dialect of dialects) {
      const found = dialect.identify(comment);
      if (found === null || (this.dialect !== null && this.dialect !== dialect)) continue;
      this.dialect = dialect;
      this.facts.slicer = found;
      return;
    }
  }
}

/** True for the comment with which a slicer begins a layer. */
export function isLayerMark(comment: string): boolean {
  return layerMark.test(comment);
}
