interface Signature {
  readonly bytes: readonly number[];
  readonly name: string;
}

const text = (value: string): readonly number[] => [...Buffer.from(value, 'latin1')];

const signatures: readonly Signature[] = [
  { bytes: [0xff, 0xd8, 0xff], name: 'a JPEG picture' },
  { bytes: [0x89, 0x50, 0x4e, 0x47], name: 'a PNG picture' },
  { bytes: text('GIF8'), name: 'a GIF picture' },
  { bytes: text('%PDF'), name: 'a PDF document' },
  { bytes: [0x1f, 0x8b], name: 'a gzip archive' },
  { bytes: text('Rar!'), name: 'a RAR archive' },
  { bytes: text('7z\xbc\xaf'), name: 'a 7-Zip archive' },
  { bytes: [0x7f, 0x45, 0x4c, 0x46], name: 'a program' },
  { bytes: text('MZ'), name: 'a program' },
];
const binaryGcode = text('GCDE');
const archive = text('PK\x03\x04');

/** What a file is; `other` names what is no print file at all. */
export type FileKind = 'text' | 'binary G-code' | 'archive' | 'text STL' | 'binary STL' | { readonly other: string };

/** @param head the first bytes of a file that is not empty */
export function kindOf(head: Buffer, fileBytes: number): FileKind {
  if (startsWith(head, binaryGcode)) return 'binary G-code';
  if (startsWith(head, archive)) return 'archive';
  const known = signatures.find(({ bytes }) => startsWith(head, bytes));
  if (known) return { other: known.name };
  if (isBinaryStl(head, fileBytes)) return 'binary STL';
  if (/^\s*solid\b/.test(head.toString('latin1')) && /\bfacet\b/i.test(head.toString('latin1'))) return 'text STL';
  return isBinary(head) ? { other: 'a binary file' } : 'text';
}

function startsWith(head: Buffer, bytes: readonly number[]): boolean {
  return bytes.every((byte, index) => head[index] === byte);
}

function isBinaryStl(head: Buffer, fileBytes: number): boolean {
  return head.length >= 84 && fileBytes === 84 + 50 * head.readUInt32LE(80);
}

function isBinary(head: Buffer): boolean {
  let controls = 0;
  for (const byte of head) {
    if (byte === 0) return true;
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13) controls++;
  }
  return controls > head.length / 50;
}
