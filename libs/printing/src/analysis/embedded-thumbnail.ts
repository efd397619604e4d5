import { PNG } from 'pngjs';
import { encodePng } from './encode-png.js';

/** Base64 characters; a slicer's largest picture is some 100 kB. */
const longestBase64 = 2 * 1024 * 1024;
/** A tiny PNG may claim to be a huge picture, and decoding makes room for all of it. */
const mostPixels = 2048 * 2048;
/** Smaller ones are meant for a printer's own display; ours drawn from the toolpath is better. */
const smallestSide = 100;

const begin = /^\s*thumbnail begin (\d+)[x ](\d+) (\d+)\s*$/;
const end = /^\s*thumbnail end\b/;

interface Block {
  readonly declaredLength: number;
  readonly area: number;
  readonly lines: string[];
  length: number;
}

/** Collects the largest PNG among the `thumbnail begin` … `thumbnail end` comments; other formats are passed over. */
export class EmbeddedThumbnail {
  private block: Block | null = null;
  private best: { png: Buffer; area: number } | null = null;

  /** @returns true when the comment belongs to a picture and means nothing else */
  read(comment: string): boolean {
    if (this.block === null) return this.open(comment);
    if (end.test(comment)) this.close(this.block);
    else this.append(this.block, comment.trim());
    return true;
  }

  /** A command in the middle of a picture: the block was never closed. */
  abandon(): void {
    this.block = null;
  }

  /** Re-encoded, so that nothing but pixels of an unknown file reaches a browser; null when there is none to use. */
  get png(): Buffer | null {
    return this.best?.png ?? null;
  }

  private open(comment: string): boolean {
    const found = begin.exec(comment);
    if (found === null) return false;
    const [width, height, declaredLength] = [Number(found[1]), Number(found[2]), Number(found[3])];
    this.block = { declaredLength, area: width * height, lines: [], length: 0 };
    return true;
  }

  private append(block: Block, base64: string): void {
    block.length += base64.length;
    if (block.length <= Math.min(block.declaredLength, longestBase64)) block.lines.push(base64);
  }

  private close(block: Block): void {
    this.block = null;
    if (block.length !== block.declaredLength || block.length > longestBase64) return;
    if (this.best !== null && this.best.area >= block.area) return;
    const png = reencode(Buffer.from(block.lines.join(''), 'base64'));
    if (png !== null) this.best = { png, area: block.area };
  }
}

const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const headerBytes = 24;

function reencode(data: Buffer): Buffer | null {
  if (data.length < headerBytes || !data.subarray(0, 8).equals(pngSignature)) return null;
  const [width, height] = [data.readUInt32BE(16), data.readUInt32BE(20)];
  if (Math.min(width, height) < smallestSide || width * height > mostPixels) return null;
  try {
    return encodePng(PNG.sync.read(data));
  } catch {
    // A damaged picture is no fault of the print: there is another one, or we draw our own.
    return null;
  }
}
