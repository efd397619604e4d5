import { decode as decodeJpeg } from 'jpeg-js';
import { PNG } from 'pngjs';
import { decodeQoi } from './decode-qoi.js';

/** Red, green, blue and alpha of each pixel. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Buffer;
}

/** A tiny file may claim to be a huge picture, and decoding makes room for all of it. */
const mostPixels = 2048 * 2048;
const mostJpegMegapixels = mostPixels / 1_000_000;
const mostJpegMegabytes = 128;
/** Smaller ones are meant for a printer's own display; ours drawn from the toolpath is better. */
const smallestSide = 100;
const sizedHeaderBytes = 24;

const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const qoiSignature = Buffer.from('qoif');
const jpegSignature = Buffer.from([0xff, 0xd8, 0xff]);

/**
 * Decodes a slicer's picture, PNG, QOI or JPEG by content.
 * @returns null for what does not decode, or is too small or too large to show
 */
export function decodePicture(data: Buffer): Pixels | null {
  if (data.length < sizedHeaderBytes) return null;
  try {
    if (startsWith(data, pngSignature)) {
      return isFit(data.readUInt32BE(16), data.readUInt32BE(20)) ? PNG.sync.read(data) : null;
    }
    if (startsWith(data, qoiSignature)) {
      const [width, height] = [data.readUInt32BE(4), data.readUInt32BE(8)];
      return isFit(width, height) ? decodeQoi(data, width, height) : null;
    }
    return startsWith(data, jpegSignature) ? decodePhoto(data) : null;
  } catch {
    // A damaged picture is no fault of the print: there is another one, or we draw our own.
    return null;
  }
}

function decodePhoto(data: Buffer): Pixels | null {
  const limits = { maxResolutionInMP: mostJpegMegapixels, maxMemoryUsageInMB: mostJpegMegabytes };
  const picture = decodeJpeg(data, { useTArray: false, ...limits });
  return isFit(picture.width, picture.height) ? picture : null;
}

const startsWith = (data: Buffer, signature: Buffer) => data.subarray(0, signature.length).equals(signature);

const isFit = (width: number, height: number) =>
  Math.min(width, height) >= smallestSide && width * height <= mostPixels;
