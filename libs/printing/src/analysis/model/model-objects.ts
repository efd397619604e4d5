import { RefusedFile } from '../analysis-result.js';
import { PointBox } from './model-shape.js';

type Point = Parameters<PointBox['add']>[0];

/** Twelve numbers: what becomes of x, y and z, and where the origin goes. */
export type Transform = readonly number[];

interface Part {
  readonly id: string;
  readonly transform: Transform;
}

export interface ModelObject {
  readonly points: PointBox;
  readonly components: Part[];
}

const unchanged: Transform = [1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0];
const deepest = 16;

/** @throws RefusedFile when there are not twelve numbers */
export function readTransform(text: string | undefined): Transform {
  if (text === undefined) return unchanged;
  const numbers = text.trim().split(/\s+/).map(Number);
  if (numbers.length !== 12 || !numbers.every(Number.isFinite)) {
    throw new RefusedFile('print.corrupt_file', 'a part of the model is placed nowhere');
  }
  return numbers;
}

/**
 * The box around everything that a 3MF model builds. Turned parts count with the box they had before they were turned.
 * @param items what is built, or everything when nothing is
 */
export function boxOfBuild(objects: ReadonlyMap<string, ModelObject>, items: readonly Part[]): PointBox {
  const known = new Map<string, PointBox>();
  const whole = new PointBox();
  const built = items.length > 0 ? items : [...objects.keys()].map((id) => ({ id, transform: unchanged }));
  for (const part of built) addPart(whole, part, deepest);
  return whole;

  function boxOf(id: string, depth: number): PointBox {
    const found = known.get(id);
    const object = objects.get(id);
    if (found !== undefined || object === undefined) return found ?? new PointBox();
    if (depth === 0) throw new RefusedFile('print.corrupt_file', 'parts of the model hold each other');
    const box = new PointBox();
    if (!object.points.isEmpty) object.points.corners.forEach((corner) => box.add(corner));
    for (const part of object.components) addPart(box, part, depth - 1);
    known.set(id, box);
    return box;
  }

  function addPart(target: PointBox, { id, transform }: Part, depth: number): void {
    const box = boxOf(id, depth);
    if (!box.isEmpty) box.corners.forEach((corner) => target.add(moved(corner, transform)));
  }
}

function moved({ x, y, z }: Point, transform: Transform): Point {
  const along = (axis: number) => {
    const [a = 0, b = 0, c = 0, d = 0] = [0, 3, 6, 9].map((row) => transform[row + axis]);
    return x * a + y * b + z * c + d;
  };
  return { x: along(0), y: along(1), z: along(2) };
}
