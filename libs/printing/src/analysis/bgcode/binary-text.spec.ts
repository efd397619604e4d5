import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { PNG } from 'pngjs';
import { analysisOf as analyse } from '../../../../../test/support/analysed-file.js';
import {
  binaryBlocks,
  binaryGcode,
  compressions,
  encodings,
  type BinaryGcode,
} from '../../../../../test/support/binary-gcode.js';
import { encodeQoi } from '../../../../../test/support/encode-qoi.js';
import { encodePng } from '../picture/encode-png.js';

const megabyte = 1024 * 1024;

let bracket: string;
beforeAll(async () => {
  bracket = await readFile(join(__dirname, '../../../../../test/fixtures/bracket.gcode'), 'utf8');
});

/** What the slicer writes behind the last move goes into blocks of its own. */
function asBinary(text: string, file: BinaryGcode = {}): Buffer[] {
  const end = text.indexOf('; filament used [mm]');
  const stated = text.slice(end).replace(/^; (.*?) = (.*)$/gm, '$1=$2');
  return binaryBlocks(`${text.slice(0, end)}M73 P100 R0\n`, {
    metadata: { 0: 'Producer=PrusaSlicer 2.5.0\n', 3: 'printer_model=Virtual One\n', 4: stated, 2: '' },
    ...file,
  });
}

const combinations = compressions.flatMap((compression) => encodings.map((encoding) => ({ compression, encoding })));

it.each(combinations)('binary G-code is read like the plain one: $compression, $encoding', async (packing) => {
  const plain = await analyse(bracket);
  const binary = await analyse(Buffer.concat(asBinary(bracket, packing)));
  if (!plain.ok || !binary.ok) throw new Error('neither should be refused');
  // Without comments nothing says where the first layer begins, and the priming line counts.
  const expected =
    packing.encoding === 'MeatPack' ? { ...plain.analysis, boundingBox: binary.analysis.boundingBox } : plain.analysis;
  expect(binary.analysis).toEqual(expected);
  expect([plain.isPacked, binary.isPacked]).toEqual([false, true]);
});

describe('the pictures in binary G-code', () => {
  const pixels = { width: 160, height: 120, data: Buffer.alloc(160 * 120 * 4, 90) };

  it.each([
    ['PNG', 0, encodePng(pixels)],
    ['QOI', 2, encodeQoi(pixels)],
  ])('are found as %s', async (_, format, data) => {
    const icon = { format: 0, width: 16, height: 16, data: encodePng(new PNG({ width: 16, height: 16 })) };
    const result = await analyse(
      Buffer.concat(asBinary(bracket, { pictures: [icon, { format, width: 160, height: 120, data }] })),
    );
    if (!result.ok) throw new Error(result.detail);
    expect(result.thumbnail?.source).toBe('embedded');
    expect(PNG.sync.read(result.thumbnail?.png ?? Buffer.alloc(0)).width).toBe(160);
  });
});

describe('binary G-code that is broken', () => {
  const refused = expect.objectContaining({ ok: false, code: 'print.corrupt_file', detail: expect.any(String) });
  const changed = (bytes: Buffer, change: (copy: Buffer) => void) => {
    const copy = Buffer.from(bytes);
    change(copy);
    return copy;
  };

  it('is refused wherever a block is cut', async () => {
    const blocks = asBinary(bracket, { compression: 'deflate' });
    let at = 0;
    for (const block of blocks) {
      for (const bytes of [at + 4, at + 9, at + block.length - 1]) {
        expect(await analyse(Buffer.concat(blocks).subarray(0, bytes))).toEqual(refused);
      }
      at += block.length;
    }
  });

  it('is found to be cut off when whole blocks are missing at its end', async () => {
    const counting = asBinary(bracket.replace(/^;LAYER_CHANGE$/gm, '$&\nM73 P10 R5'), { bytesPerBlock: 8192 });
    const silent = asBinary(bracket, { bytesPerBlock: 8192 });
    const cuts = [1, 2, 5].map((missing) => counting.slice(0, -missing));
    for (const blocks of [...cuts, silent.slice(0, -3)]) {
      const result = await analyse(Buffer.concat(blocks));
      expect(result).toMatchObject({ ok: true, analysis: { findings: [{ code: 'print.truncated' }] } });
    }
  });

  it('is refused when a byte of a block is another than it was', async () => {
    const file = Buffer.concat(asBinary(bracket));
    expect(await analyse(changed(file, (copy) => copy.writeUInt8(0x42, copy.length - 500)))).toMatchObject({
      ok: false,
      code: 'print.corrupt_file',
      detail: expect.stringContaining('checksum'),
    });
  });

  it.each([
    ['a version of the future', (copy: Buffer) => copy.writeUInt32LE(2, 4)],
    ['an unknown checksum', (copy: Buffer) => copy.writeUInt16LE(9, 8)],
    ['an unknown kind of block', (copy: Buffer) => copy.writeUInt16LE(77, 10)],
    ['an unknown compression', (copy: Buffer) => copy.writeUInt16LE(9, 12)],
    ['an absurd length', (copy: Buffer) => copy.writeUInt32LE(0xffffffff, 14)],
  ])('is refused with %s', async (_, change) => {
    expect(await analyse(changed(Buffer.concat(asBinary(bracket)), change))).toEqual(refused);
  });

  it('is refused when a small block claims to unpack to much more, and when it does', async () => {
    const bomb = binaryGcode(';'.repeat(8 * megabyte), { compression: 'deflate', bytesPerBlock: 9 * megabyte });
    expect(await analyse(bomb)).toEqual(refused);
    const lying = binaryGcode(';'.repeat(60_000), { compression: 'deflate', hasChecksums: false, metadata: {} });
    lying.writeUInt32LE(1000, 14);
    expect(await analyse(lying)).toEqual(refused);
  });

  it('cannot smuggle a command in as a setting', async () => {
    const metadata = { 0: 'Producer=PrusaSlicer 2.8.0\rM500\n', 3: 'printer_model=Virtual One\r\nM502=1\n', 4: '' };
    const result = await analyse(Buffer.concat(asBinary(bracket, { metadata })));
    if (!result.ok) throw new Error(result.detail);
    expect(result.analysis.findings.filter(({ code }) => code === 'print.unsafe_command')).toEqual([]);
  });

  it('gets an answer whatever its bytes are', async () => {
    const whole = binaryGcode('G28\nG1 X1 Y1 E1\n'.repeat(50), {
      compression: 'heatshrink 11,4',
      encoding: 'MeatPack',
      hasChecksums: false,
    });
    const damage = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 12 });
    const damaged = damage.map((bytes) =>
      changed(whole, (copy) => bytes.forEach(([at, value]) => copy.writeUInt8(value, at))),
    );
    const noise = fc.uint8Array({ maxLength: 300 }).map((data) => Buffer.concat([whole.subarray(0, 10), data]));
    await fc.assert(
      fc.asyncProperty(fc.oneof(damaged, noise), async (content) => {
        const result = await analyse(content);
        expect(result.ok || result.detail.length > 0).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});
