import { crc32 } from 'node:zlib';
import { PNG } from 'pngjs';
import { EmbeddedThumbnail } from './embedded-thumbnail.js';
import { encodePng } from './encode-png.js';

const pngOf = (width: number, height: number) => encodePng(new PNG({ width, height }));

interface Block {
  readonly size?: string;
  readonly data?: Buffer;
  readonly kind?: string;
  readonly declared?: number;
}

/** Comments of one picture as PrusaSlicer writes them, 78 characters a line. */
function block({ size = '120x100', data = pngOf(120, 100), kind = 'thumbnail', declared }: Block = {}): string[] {
  const base64 = data.toString('base64');
  const lines = base64.match(/.{1,78}/g) ?? [];
  return [` ${kind} begin ${size} ${declared ?? base64.length}`, ...lines.map((line) => ` ${line}`), ` ${kind} end`];
}

function sizeFrom(...comments: string[]): string | null {
  const thumbnail = new EmbeddedThumbnail();
  for (const comment of comments) thumbnail.read(comment);
  if (thumbnail.png === null) return null;
  const { width, height } = PNG.sync.read(thumbnail.png);
  return `${width}x${height}`;
}

describe('EmbeddedThumbnail', () => {
  it('takes the largest picture', () => {
    const small = block({ size: '110x100', data: pngOf(110, 100) });
    const large = block({ size: '140x130', data: pngOf(140, 130) });
    expect(sizeFrom(...small, ...large, ...small)).toBe('140x130');
  });

  it('passes over a picture of another length than it says', () => {
    expect(sizeFrom(...block({ declared: 17 }))).toBeNull();
    expect(sizeFrom(...block({ declared: 1_000_000 }))).toBeNull();
  });

  it.each(['thumbnail_JPG', 'thumbnail_QOI'])('takes a picture under %s for what it is', (kind) => {
    expect(sizeFrom(...block({ kind }))).toBe('120x100');
  });

  it('passes over what does not decode, and keeps the smaller one that does', () => {
    const broken = block({ size: '140x130', data: pngOf(140, 130).subarray(0, 90) });
    expect(sizeFrom(...block(), ...broken)).toBe('120x100');
  });

  it('passes over a tiny file that claims to be a huge picture', () => {
    const bomb = pngOf(120, 100);
    bomb.writeUInt32BE(60_000, 16);
    bomb.writeUInt32BE(60_000, 20);
    expect(sizeFrom(...block({ data: bomb }))).toBeNull();
  });

  it('passes over an icon for the display of a printer', () => {
    expect(sizeFrom(...block({ size: '48x48', data: pngOf(48, 48) }))).toBeNull();
  });

  it('hands on nothing but pixels', () => {
    const plain = pngOf(120, 100);
    const text = Buffer.from('tEXtComment\0<script>');
    const chunk = Buffer.alloc(text.length + 8);
    chunk.writeUInt32BE(text.length - 4);
    text.copy(chunk, 4);
    chunk.writeUInt32BE(crc32(text), chunk.length - 4);
    const signatureAndHeader = 33;
    const data = Buffer.concat([plain.subarray(0, signatureAndHeader), chunk, plain.subarray(signatureAndHeader)]);
    const thumbnail = new EmbeddedThumbnail();
    for (const comment of block({ data })) thumbnail.read(comment);
    expect(thumbnail.png?.includes('<script>')).toBe(false);
  });

  it('leaves other comments to others', () => {
    expect(new EmbeddedThumbnail().read(' filament used [mm] = 3')).toBe(false);
  });
});
