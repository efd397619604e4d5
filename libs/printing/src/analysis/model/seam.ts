const start = 0x811c9dc5;
const prime = 0x01000193;
const other = 0x9e3779b1;

/**
 * Tells whether a surface is closed, in a few bytes however many triangles it has. Each edge of a closed surface is
 * walked once in either direction, so that sums over the edges in which the directions cancel out come to nothing. An
 * open surface passes for a closed one with a chance of one in 2⁶⁴.
 */
export class Seam {
  private first = 0;
  private second = 0;

  /** Takes one edge, between two corners' marks. */
  add(from: number, to: number): void {
    this.first = (this.first + mix(from, to, start) - mix(to, from, start)) | 0;
    this.second = (this.second + mix(from, to, other) - mix(to, from, other)) | 0;
  }

  get isClosed(): boolean {
    return this.first === 0 && this.second === 0;
  }
}

const floats = new Float32Array(3);
const bits = new Uint32Array(floats.buffer);

/** A number by which a corner is known; as good as its own for each. */
export function markOf(x: number, y: number, z: number): number {
  // Adding zero makes of minus zero the zero that it equals.
  floats[0] = x + 0;
  floats[1] = y + 0;
  floats[2] = z + 0;
  return mix(mix(bits[0] ?? 0, bits[1] ?? 0, start), bits[2] ?? 0, other);
}

function mix(a: number, b: number, seed: number): number {
  let hash = seed;
  for (const value of [a, b]) {
    hash = Math.imul(hash ^ value, prime);
    hash ^= hash >>> 15;
    hash = Math.imul(hash, other);
    hash ^= hash >>> 13;
  }
  return hash >>> 0;
}
