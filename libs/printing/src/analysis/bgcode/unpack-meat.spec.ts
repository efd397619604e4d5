import fc from 'fast-check';
import { packMeat } from '../../../../../test/support/pack-meat.js';
import { unpackMeat } from './unpack-meat.js';

const number = fc.integer({ min: -99_999, max: 99_999 }).map((value) => String(value / 1000));
const move = fc
  .tuple(
    fc.constantFrom('G0', 'G1', 'G2', 'G92'),
    fc.array(fc.tuple(fc.constantFrom('X', 'Y', 'Z', 'E', 'F', 'I', 'J'), number), { maxLength: 5 }),
  )
  .map(([name, words]) => [name, ...words.map((word) => word.join(''))].join(' '));
const other = fc.constantFrom(
  'M104 S200',
  'T1',
  'M117 Printing layer 3',
  'EXCLUDE_OBJECT_START NAME=cube',
  'M73 P5 R20',
);
const comment = fc.constantFrom(';LAYER_CHANGE', '; E G X 0.1 é', ';');
const textOf = (lines: readonly string[]) => lines.map((line) => `${line}\n`).join('');

describe('MeatPack', () => {
  it('gives back what was packed, with the spaces that packing dropped', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(move, other, comment), { maxLength: 60 }), (lines) => {
        expect(unpackMeat(packMeat(textOf(lines), { keepComments: true })).toString()).toBe(textOf(lines));
      }),
    );
  });

  it('gives back the commands alone where the slicer left the comments out', () => {
    const packed = packMeat('G1 X1 Y2 ; wall\n;LAYER:1\nM104 S0\n', { keepComments: false });
    expect(unpackMeat(packed).toString()).toBe('G1 X1 Y2\nM104 S0\n');
  });

  it('reads half a byte as E while spaces are left out, and as a space again afterwards', () => {
    const line = [0xbf, 0x4d, 0xc1];
    const packed = Buffer.from([255, 255, 251, 255, 255, 247, ...line, 255, 255, 246, ...line]);
    expect(unpackMeat(packed).toString()).toBe('ME1\nM 1\n');
  });

  it('reads any bytes without crashing, in room that is a small multiple of theirs', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 500 }), (data) => {
        const bytes = Buffer.concat([Buffer.from([255, 255, 251]), data]);
        expect(unpackMeat(bytes).length).toBeLessThanOrEqual(bytes.length * 4);
      }),
    );
  });
});
