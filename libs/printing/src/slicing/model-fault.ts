import type { PrintAnalysis, ProblemCode } from '#libs/contracts';
import type { SlicingTarget } from './slicer-profile.js';

/**
 * What is wrong with a model before anything is sliced. It is put on the middle of the plate as it was drawn: turning it
 * is a decision that its owner may not like.
 * @returns null when it may well be printed
 */
export function modelFault(box: PrintAnalysis['boundingBox'], bed: SlicingTarget['bed']): ProblemCode | null {
  if (box === null) return 'print.slicing_failed';
  const sides = (['x', 'y', 'z'] as const).map((axis) => ({ side: box.max[axis] - box.min[axis], room: bed[axis] }));
  if (sides.some(({ side }) => side <= 0)) return 'print.slicing_failed';
  return sides.some(({ side, room }) => side > room) ? 'print.model_too_big' : null;
}
