import { encode } from 'jpeg-js';
import { PNG } from 'pngjs';
import { largestPictureBytes, pictureTypeOf } from './picture.js';

const jpeg = encode({ width: 8, height: 8, data: Buffer.alloc(256, 90) }, 60).data;
const png = PNG.sync.write(new PNG({ width: 8, height: 8 }));

describe('a picture of a camera', () => {
  it('is known by its content', () => {
    expect(pictureTypeOf(jpeg)).toBe('image/jpeg');
    expect(pictureTypeOf(png)).toBe('image/png');
    expect(pictureTypeOf(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toBeNull();
    expect(pictureTypeOf(new Uint8Array())).toBeNull();
  });

  it('may be padded by its camera', () => {
    expect(pictureTypeOf(Buffer.concat([jpeg, Buffer.alloc(500)]))).toBe('image/jpeg');
  });

  it('is none when it was broken off', () => {
    expect(pictureTypeOf(jpeg.subarray(0, jpeg.length - 2))).toBeNull();
    expect(pictureTypeOf(png.subarray(0, png.length - 8))).toBeNull();
  });

  it('is none when it is too large', () => {
    const end = Buffer.from([0xff, 0xd9]);
    const long = (bytes: number) => Buffer.concat([jpeg, Buffer.alloc(bytes - jpeg.length - 2), end]);
    expect(pictureTypeOf(long(largestPictureBytes))).toBe('image/jpeg');
    expect(pictureTypeOf(long(largestPictureBytes + 1))).toBeNull();
  });
});
