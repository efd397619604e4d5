import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { RefusedFile } from '../analysis-result.js';
import { readArchived, type Archive } from '../archive/archive.js';
import { boxOfBuild, readTransform, type ModelObject } from './model-objects.js';
import { PointBox, type ModelShape } from './model-shape.js';
import { Seam } from './seam.js';

const modelName = /^3D\/.*\.model$/i;
const mostModelBytes = 2 * 1024 * 1024 * 1024;
const mostObjects = 100_000;
const millimetresPer: Readonly<Record<string, number>> = {
  micron: 0.001,
  millimeter: 1,
  centimeter: 10,
  inch: 25.4,
  foot: 304.8,
  meter: 1000,
};

type Attributes = SaxesTagPlain['attributes'];

/**
 * Reads the model of a 3MF project that is not sliced.
 * @returns null when the archive holds no model
 * @throws RefusedFile when the model is no 3MF
 */
export async function readThreeMfModel(path: string, archive: Archive): Promise<ModelShape | null> {
  const entries = [...archive].filter(([name]) => modelName.test(name)).map(([, entry]) => entry);
  if (entries.length === 0) return null;
  const model = new ModelReader();
  for (const entry of entries) await model.read(readArchived(path, entry, mostModelBytes));
  return model.shape;
}

class ModelReader {
  private readonly objects = new Map<string, ModelObject>();
  private readonly items: { id: string; transform: readonly number[] }[] = [];
  private object: ModelObject | null = null;
  private readonly seam = new Seam();
  private triangles = 0;
  private scale = 1;

  async read(pieces: AsyncIterable<Buffer>): Promise<void> {
    const parser = new SaxesParser();
    parser.on('opentag', ({ name, attributes }) => this.open(name.replace(/^.*:/, ''), attributes));
    parser.on('error', (error) => {
      throw new RefusedFile('print.corrupt_file', `the model is broken: ${error.message}`, { cause: error });
    });
    const decoder = new TextDecoder();
    for await (const piece of pieces) parser.write(decoder.decode(piece, { stream: true }));
    parser.close();
  }

  get shape(): ModelShape {
    if (this.triangles === 0) throw new RefusedFile('print.corrupt_file', 'the model is empty');
    const box = new PointBox();
    const built = boxOfBuild(this.objects, this.items);
    if (!built.isEmpty) {
      for (const { x, y, z } of built.corners) box.add({ x: x * this.scale, y: y * this.scale, z: z * this.scale });
    }
    return { format: '3MF', triangles: this.triangles, boundingBox: box.box, isClosed: this.seam.isClosed };
  }

  private open(name: string, attributes: Attributes): void {
    if (name === 'vertex') this.addVertex(attributes);
    else if (name === 'triangle') this.addTriangle(attributes);
    else if (name === 'object') this.beginObject(attributes.id ?? '');
    else if (name === 'component') this.object?.components.push(partOf(attributes));
    else if (name === 'item') this.items.push(partOf(attributes));
    else if (name === 'model') this.scale = millimetresPer[attributes.unit ?? 'millimeter'] ?? 1;
  }

  private beginObject(id: string): void {
    if (this.objects.size >= mostObjects) throw new RefusedFile('print.corrupt_file', 'more parts than a model has');
    this.object = { points: new PointBox(), components: [] };
    this.objects.set(id, this.object);
  }

  private addVertex(attributes: Attributes): void {
    const [x = NaN, y = NaN, z = NaN] = [attributes.x, attributes.y, attributes.z].map(Number);
    if (!Number.isFinite(x + y + z)) throw new RefusedFile('print.corrupt_file', 'a corner of the model is nowhere');
    this.object?.points.add({ x, y, z });
  }

  /** Corners go by their number; those of different objects must not be taken for each other. */
  private addTriangle(attributes: Attributes): void {
    const [a = NaN, b = NaN, c = NaN] = [attributes.v1, attributes.v2, attributes.v3].map(Number);
    if (!Number.isInteger(a + b + c)) throw new RefusedFile('print.corrupt_file', 'a triangle without corners');
    this.triangles += 1;
    const object = Math.imul(this.objects.size, 0x9e3779b1);
    for (const [from, to] of [
      [a, b],
      [b, c],
      [c, a],
    ] as const)
      this.seam.add(from ^ object, to ^ object);
  }
}

function partOf(attributes: Attributes): { id: string; transform: readonly number[] } {
  return { id: attributes.objectid ?? '', transform: readTransform(attributes.transform) };
}
