import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';

/** A ZIP archive of files by name. */
export async function anArchive(files: Readonly<Record<string, string | Buffer>>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content), name);
  zip.end();
  return buffer(zip.outputStream);
}

/** A cube of 3MF, 10 × 20 × 30 mm, as a program draws it before anybody sliced it. */
export function aModel({
  scale = 1,
  unit = 'millimeter',
  triangles = cubeTriangles,
  build = '<item objectid="1"/>',
} = {}): string {
  const vertices = cubeCorners
    .map(([x, y, z]) => `<vertex x="${x * scale}" y="${y * scale}" z="${z * scale}"/>`)
    .join('');
  const faces = triangles.map(([a, b, c]) => `<triangle v1="${a}" v2="${b}" v3="${c}"/>`).join('');
  return `<?xml version="1.0"?><model unit="${unit}" xmlns="http://schemas.microsoft.com/3dmanufacturing/core/2015/02">
    <resources><object id="1" type="model"><mesh><vertices>${vertices}</vertices><triangles>${faces}</triangles></mesh></object>
    <object id="2"><components><component objectid="1"/><component objectid="1" transform="1 0 0 0 1 0 0 0 1 50 0 0"/></components>
    </object></resources><build>${build}</build></model>`;
}

const cubeCorners = [0, 30].flatMap((z) => [0, 20].flatMap((y) => [0, 10].map((x) => [x, y, z] as const)));

/** Counter-clockwise seen from outside. */
const cubeTriangles: readonly (readonly [number, number, number])[] = [
  [0, 2, 1], [1, 2, 3], [4, 5, 6], [5, 7, 6], [0, 1, 4], [1, 5, 4],
  [2, 6, 3], [3, 6, 7], [0, 4, 2], [2, 4, 6], [1, 3, 5], [3, 7, 5],
]; // prettier-ignore

/** The same cube as STL, in text and in binary form. */
export function aTextStl(triangles = cubeTriangles): string {
  const facets = triangles.map((corners) => {
    const vertices = corners.map(
      (corner) => `      vertex ${cubeCorners[corner]?.map((value) => value.toExponential(8)).join(' ')}`,
    );
    return ['  facet normal 0 0 0', '    outer loop', ...vertices, '    endloop', '  endfacet'].join('\n');
  });
  return `solid cube\n${facets.join('\n')}\nendsolid cube\n`;
}

export function aBinaryStl(triangles = cubeTriangles): Buffer {
  const file = Buffer.alloc(84 + 50 * triangles.length);
  file.writeUInt32LE(triangles.length, 80);
  triangles.forEach((corners, index) => {
    const numbers = corners.flatMap((corner) => [...(cubeCorners[corner] ?? [])]);
    numbers.forEach((value, place) => file.writeFloatLE(value, 84 + 50 * index + 12 + 4 * place));
  });
  return file;
}

/** The cube with a triangle missing. */
export const openCube = cubeTriangles.slice(1);
