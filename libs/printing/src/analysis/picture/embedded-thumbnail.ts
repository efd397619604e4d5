import { decodePicture } from './decode-picture.js';
import { encodePng } from './encode-png.js';

/** Base64 characters; a slicer's largest picture is some 100 kB. */
const longestBase64 = 2 * 1024 * 1024;
const begin = /^\s*thumbnail(?:_JPG|_QOI)? begin (\d+)[x ](\d+) (\d+)\s*$/;
const end = /^\s*thumbnail(?:_JPG|_QOI)? end\b/;

interface Block {
  readonly declaredLength: number;
  readonly area: number;
  readonly lines: string[];
  length: number;
}

/** Collects the largest picture among the `thumbnail begin` … `thumbnail end` comments and those beside the text. */
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

  /** A picture that lies beside the text. */
  offer(data: Buffer): void {
    const pixels = decodePicture(data);
    if (pixels === null) return;
    const area = pixels.width * pixels.height;
    if (area > (this.best?.area ?? 0)) this.best = { png: encodePng(pixels), area };
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
    this.offer(Buffer.from(block.lines.join(''), 'base64'));
  }
}
