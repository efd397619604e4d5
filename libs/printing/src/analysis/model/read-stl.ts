import { RefusedFile } from '../analysis-result.js';
import { plainText } from '../text/plain-text.js';
import { readLines } from '../text/read-lines.js';
import { PointBox, type ModelShape } from './model-shape.js';
import { markOf, Seam } from './seam.js';

const headerBytes = 84;
const triangleBytes = 50;
const normalBytes = 12;
const vertexLine = /^\s*vertex\s+(\S+)\s+(\S+)\s+(\S+)\s*$/i;
const facetLine = /^\s*facet\b/i;
const endLine = /^\s*endsolid\b/i;

/** Reads an STL model in binary form; its length must fit its count of triangles. */
export async function readBinaryStl(path: string): Promise<ModelShape> {
  const surface = new Surface();
  let held = Buffer.alloc(0);
  let skip = headerBytes;
  for await (const piece of plainText(path).read()) {
    const bytes = Buffer.concat([held, piece]);
    let at = Math.min(skip, bytes.length);
    skip -= at;
    for (; at + triangleBytes <= bytes.length; at += triangleBytes) addTriangle(surface, bytes, at + normalBytes);
    held = Buffer.from(bytes.subarray(at));
  }
  return surface.shape;
}

function addTriangle(surface: Surface, bytes: Buffer, start: number): void {
  for (let at = start; at < start + 36; at += 12) {
    surface.addCorner(bytes.readFloatLE(at), bytes.readFloatLE(at + 4), bytes.readFloatLE(at + 8));
  }
}

/**
 * Reads an STL model in text form.
 * @throws RefusedFile when it ends early or holds something else
 */
export async function readTextStl(path: string): Promise<ModelShape> {
  const surface = new Surface();
  let facets = 0;
  let isEnded = false;
  await readLines(plainText(path).read(), (bytes, start, end) => {
    const text = bytes.toString('latin1', start, end);
    const vertex = vertexLine.exec(text);
    if (vertex) surface.addCorner(Number(vertex[1]), Number(vertex[2]), Number(vertex[3]));
    else if (facetLine.test(text)) facets += 1;
    else if (endLine.test(text)) isEnded = true;
  });
  if (!isEnded) throw new RefusedFile('print.corrupt_file', 'the model ends in the middle');
  if (facets !== surface.shape.triangles) throw new RefusedFile('print.corrupt_file', 'not every facet is a triangle');
  return surface.shape;
}

class Surface {
  private readonly points = new PointBox();
  private readonly seam = new Seam();
  private readonly marks: number[] = [];
  private corners = 0;

  addCorner(x: number, y: number, z: number): void {
    if (!Number.isFinite(x + y + z)) throw new RefusedFile('print.corrupt_file', 'a corner of the model is nowhere');
    this.points.add({ x, y, z });
    this.marks[this.corners % 3] = markOf(x, y, z);
    this.corners += 1;
    const [a = 0, b = 0, c = 0] = this.marks;
    if (this.corners % 3 !== 0) return;
    this.seam.add(a, b);
    this.seam.add(b, c);
    this.seam.add(c, a);
  }

  get shape(): ModelShape {
    if (this.corners === 0) throw new RefusedFile('print.corrupt_file', 'the model is empty');
    const { points, seam, corners } = this;
    return { format: 'STL', triangles: corners / 3, boundingBox: points.box, isClosed: seam.isClosed };
  }
}
