import { crc32, deflateSync } from 'node:zlib';
import { packMeat } from './pack-meat.js';
import { shrink } from './shrink.js';

export const compressions = ['none', 'deflate', 'heatshrink 11,4', 'heatshrink 12,4'] as const;
export const encodings = ['plain', 'MeatPack', 'MeatPack with comments'] as const;

export interface BinaryGcode {
  readonly compression?: (typeof compressions)[number];
  readonly encoding?: (typeof encodings)[number];
  readonly hasChecksums?: boolean;
  /** By the block's type, `{ 3: 'printer_model=MK4\n' }`. */
  readonly metadata?: Readonly<Record<number, string>>;
  readonly pictures?: readonly { format: number; width: number; height: number; data: Buffer }[];
  readonly bytesPerBlock?: number;
}

const usualBytesPerBlock = 64 * 1024;

/** Writes binary G-code as libbgcode's specification describes it. */
export function binaryGcode(text: string, file: BinaryGcode = {}): Buffer {
  return Buffer.concat(binaryBlocks(text, file));
}

/** The same in pieces: the file's header and each block. */
export function binaryBlocks(text: string, file: BinaryGcode = {}): Buffer[] {
  const { metadata = { 0: 'Producer=PrusaSlicer 2.8.0\n', 3: '', 4: '', 2: '' }, pictures = [] } = file;
  const block = (type: number, parameters: readonly number[], data: Buffer, compression = 0) =>
    aBlock({ type, parameters, data, compression, hasChecksum: file.hasChecksums ?? true });
  const before = [0, 3].flatMap((type) =>
    metadata[type] === undefined ? [] : [block(type, [0], Buffer.from(metadata[type]))],
  );
  const after = [4, 2].flatMap((type) =>
    metadata[type] === undefined ? [] : [block(type, [0], Buffer.from(metadata[type]), 1)],
  );
  const encoding = encodings.indexOf(file.encoding ?? 'plain');
  const compression = compressions.indexOf(file.compression ?? 'none');
  return [
    headerOf(file.hasChecksums ?? true),
    ...before,
    ...pictures.map(({ format, width, height, data }) => block(5, [format, width, height], data)),
    ...after,
    ...piecesOf(text, file.bytesPerBlock ?? usualBytesPerBlock).map((piece) => {
      const data = encoding === 0 ? Buffer.from(piece) : packMeat(piece, { keepComments: encoding === 2 });
      return block(1, [encoding], data, compression);
    }),
  ];
}

function headerOf(hasChecksums: boolean): Buffer {
  const header = Buffer.from('GCDE\0\0\0\0\0\0', 'latin1');
  header.writeUInt32LE(1, 4);
  header.writeUInt16LE(hasChecksums ? 1 : 0, 8);
  return header;
}

/** Blocks hold whole lines. */
function piecesOf(text: string, bytesPerBlock: number): string[] {
  if (text.length <= bytesPerBlock) return [text];
  const pieces: string[] = [];
  for (const line of text.match(/[^\n]*\n|[^\n]+$/g) ?? []) {
    const last = pieces.at(-1);
    if (last !== undefined && last.length + line.length <= bytesPerBlock) pieces[pieces.length - 1] = last + line;
    else pieces.push(line);
  }
  return pieces;
}

interface BlockParts {
  readonly type: number;
  readonly parameters: readonly number[];
  readonly data: Buffer;
  readonly compression: number;
  readonly hasChecksum: boolean;
}

function aBlock({ type, parameters, data, compression, hasChecksum }: BlockParts): Buffer {
  const packed = [data, deflateSync(data), shrink(data, 11), shrink(data, 12)][compression] ?? data;
  const head = Buffer.alloc(compression === 0 ? 8 : 12);
  head.writeUInt16LE(type, 0);
  head.writeUInt16LE(compression, 2);
  head.writeUInt32LE(data.length, 4);
  if (compression !== 0) head.writeUInt32LE(packed.length, 8);
  const numbers = Buffer.alloc(parameters.length * 2);
  parameters.forEach((value, index) => numbers.writeUInt16LE(value, index * 2));
  const block = Buffer.concat([head, numbers, packed]);
  const checksum = Buffer.alloc(hasChecksum ? 4 : 0);
  if (hasChecksum) checksum.writeUInt32LE(crc32(block), 0);
  return Buffer.concat([block, checksum]);
}
